// Names in Latin letters a to z, for ids, as `records/romanise.py` writes them; tests/forms/cases/ids.json holds both to
// the same spellings.

const COMMON = new Map([
  ...pairs("абвгґдеєжзиіїйклмнопрстуфхцчшщъыьэюяё", "a b v g g d e ye zh z i i yi y k l m n o p r s t u f kh ts ch sh shch  y  e yu ya e"),
  ...pairs("ўђјљњћџѓќѕ", "u dj j lj nj c dz gj kj dz"),
  ...pairs("αβγδεζηθικλμνξοπρστυφχψως", "a v g d e z i th i k l m n x o p r s t y f ch ps o s"),
  ...pairs("ßłøđðþæœıħ", "ss l o d d th ae oe i h"),
  ...[..."'’ʼʹ\x60"].map((mark) => [mark, ""]),
]);
const UKRAINIAN = new Map(pairs("гиєїйюя", "h y ie i i iu ia"));
const UKRAINIAN_FIRST = new Map(pairs("єїйюя", "ye yi y yu ya"));
const ONLY_UKRAINIAN = /[ґєії]|ськ/;
const RUSSIAN_ENDING = /(?:ий|ый)(?![\p{L}\p{N}_])/gu;

function pairs(letters, spellings) {
  const written = spellings.split(" ");
  return [...letters].map((letter, number) => [letter, written[number]]);
}

/** The text in small Latin letters; letters of other scripts stay as they are. */
export function romanise(text) {
  const lowered = text.normalize("NFC").toLowerCase();
  const isUkrainian = ONLY_UKRAINIAN.test(lowered);
  const given = isUkrainian ? lowered : lowered.replace(RUSSIAN_ENDING, "y");
  return given.replace(/[\p{L}\p{N}\p{M}_]+|./gsu, (part) => word([...part], isUkrainian));
}

function word(letters, isUkrainian) {
  return letters.map((letter, number) => {
    if (isUkrainian && number === 0 && UKRAINIAN_FIRST.has(letter)) return UKRAINIAN_FIRST.get(letter);
    if (isUkrainian && letter === "г" && letters[number - 1] === "з") return "gh";
    return (isUkrainian ? UKRAINIAN.get(letter) : null) ?? COMMON.get(letter) ?? plain(letter);
  }).join("");
}

/** A letter without its marks: 'é' is e, 'ή' is i. */
function plain(letter) {
  return [...letter.normalize("NFKD").replace(/\p{M}/gu, "")].map((one) => COMMON.get(one) ?? one).join("");
}
