// The timeline by pointer: wheel, drag, pinch, and the overview. It knows where fingers are, not what time is.

const SLIP = 4; // pixels that a click may move
const RESTS = 250; // milliseconds after which a turn of the wheel has ended
const GRIP = { mouse: 7, touch: 16 };

/**
 * Listen on an SVG. `act` has:
 *   zoom(factor, x)            the time around `x` becomes so many times as long
 *   pan(pixels)                what is shown moves
 *   grip(x, reach)             what of the overview is there: "start", "end", "move", or "select"
 *   drag(grip, from, to)       the overview is dragged
 *   pick(x)                    the overview is clicked
 *   end()                      a gesture is over
 *   zooms(event)               whether the wheel zooms now; otherwise it scrolls the page
 *   isOverview(y)
 */
export function listen(svg, act, signal) {
  new Gestures(svg, act, signal);
}

class Gestures {
  #svg;
  #act;
  #pointers = new Map();
  #drag = null;
  #resting = 0;
  #moved = false;

  constructor(svg, act, signal) {
    this.#svg = svg;
    this.#act = act;
    const on = (type, handle, options = {}) => svg.addEventListener(type, handle, { signal, ...options });
    on("wheel", (event) => this.#turn(event), { passive: false });
    on("pointerdown", (event) => this.#press(event));
    on("pointermove", (event) => this.#move(event));
    on("pointerup", (event) => this.#release(event));
    on("pointercancel", (event) => this.#release(event));
    on("dragstart", (event) => event.preventDefault()); // a link's own dragging
    on("click", (event) => this.#click(event), { capture: true });
    signal.addEventListener("abort", () => clearTimeout(this.#resting));
  }

  #place({ clientX, clientY }) {
    const box = this.#svg.getBoundingClientRect();
    return { x: clientX - box.left, y: clientY - box.top };
  }

  #turn(event) {
    const { deltaX, deltaY, deltaMode, shiftKey } = event;
    const scale = deltaMode === 1 ? 16 : deltaMode === 2 ? 400 : 1;
    const across = shiftKey && !deltaX ? deltaY : deltaX;
    if (Math.abs(across) > Math.abs(shiftKey ? 0 : deltaY)) this.#act.pan(across * scale);
    else if (deltaY && this.#act.zooms(event)) this.#act.zoom(Math.exp(clamp(deltaY * scale, 120) / 300), this.#place(event).x);
    else return;
    event.preventDefault();
    clearTimeout(this.#resting);
    this.#resting = setTimeout(() => this.#act.end(), RESTS);
  }

  #press(event) {
    if (event.button !== 0) return;
    const place = this.#place(event);
    this.#pointers.set(event.pointerId, place);
    this.#moved = this.#pointers.size > 1;
    if (this.#pointers.size === 2) this.#drag = null;
    else if (this.#pointers.size === 1) {
      const grip = this.#act.isOverview(place.y) ? this.#act.grip(place.x, GRIP[event.pointerType] ?? GRIP.mouse) : "pan";
      this.#drag = { grip, from: place.x, last: place.x, begun: false };
    }
  }

  #move(event) {
    const before = this.#pointers.get(event.pointerId);
    if (!before) return;
    const place = this.#place(event);
    if (this.#pointers.size === 2) this.#pinch(event.pointerId, before, place);
    else if (this.#drag) this.#pull(event, place);
    this.#pointers.set(event.pointerId, place);
  }

  #pinch(id, before, place) {
    const [other] = [...this.#pointers].flatMap(([one, where]) => (one === id ? [] : [where]));
    const [was, is] = [Math.abs(before.x - other.x), Math.abs(place.x - other.x)];
    if (was > 8 && is > 8) this.#act.zoom(was / is, (place.x + other.x) / 2);
    this.#act.pan(((before.x - place.x) / 2));
  }

  #pull(event, { x }) {
    const drag = this.#drag;
    if (!drag.begun) {
      if (Math.abs(x - drag.from) < SLIP) return;
      drag.begun = this.#moved = true;
      this.#svg.setPointerCapture(event.pointerId);
    }
    if (drag.grip === "pan") this.#act.pan(drag.last - x);
    else this.#act.drag(drag.grip, drag.from, x);
    drag.last = x;
  }

  #release(event) {
    if (!this.#pointers.delete(event.pointerId)) return;
    if (this.#pointers.size) return;
    if (this.#moved) this.#act.end();
    else if (this.#drag && this.#drag.grip === "select" && event.type === "pointerup") this.#act.pick(this.#drag.from);
    this.#drag = null;
  }

  /** The click that ends a drag opens no link. */
  #click(event) {
    if (!this.#moved) return;
    this.#moved = false;
    event.preventDefault();
    event.stopPropagation();
  }
}

const clamp = (value, most) => Math.min(Math.max(value, -most), most);
