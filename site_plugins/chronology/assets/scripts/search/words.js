// Words as the search compares them: without case, diacritics and script. `search/names.py` folds in the same way;
// tests/search/folding.json holds both to it.
(function (search) {
  "use strict";

  // One Latin letter or group for each Cyrillic letter of Russian, Ukrainian, Belarusian, Bulgarian and Serbian, close to
  // how English papers write names. Diacritics are gone by then: й is и, ї is і, ё is е, ў is у.
  const LETTERS = {
    а: "a", б: "b", в: "v", г: "g", ґ: "g", д: "d", е: "e", є: "e", э: "e", ж: "zh", з: "z", и: "i", і: "i", ы: "i",
    ј: "i", к: "k", л: "l", љ: "l", м: "m", н: "n", њ: "n", о: "o", п: "p", р: "r", с: "s", т: "t", ћ: "ch", ђ: "d",
    у: "u", ф: "f", х: "kh", ц: "ts", ч: "ch", џ: "dzh", ш: "sh", щ: "shch", ъ: "", ь: "", ю: "iu", я: "ia",
    ß: "ss", ł: "l", ø: "o", đ: "d", ð: "d", þ: "th", æ: "ae", œ: "oe", ı: "i", y: "i",
    "'": "", "’": "", "ʼ": "",
  };
  const FOLDABLE = new RegExp(`[${Object.keys(LETTERS).join("")}]`, "gu");
  const WORD =
    /\d{4}-\d\d(?:-\d\d)?(?![\p{L}\p{N}])|\d{1,3}(?:,\d{3})+(?!\d)|[\p{L}\p{M}\p{N}]+(?:['’ʼ][\p{L}\p{M}\p{N}]+)*/gu;
  const CYRILLIC = /\p{Script=Cyrillic}/u;
  const known = new Map();

  /** A word without case, diacritics and possessive, in its own script. */
  function bare(word) {
    return word
      .toLowerCase()
      .normalize("NFKD")
      .replace(/[\u0300-\u036f]/g, "")
      .replace(/['’]s$/, "");
  }

  /** A word in Latin letters, doubled ones kept. */
  function latin(word) {
    return bare(word)
      .replace(FOLDABLE, (letter) => LETTERS[letter])
      .replaceAll(",", "");
  }

  /** A word as it is compared: "Суджа" and "SUDZHA" are "sudzha", "Сирський" and "Syrskyy" are "sirski". */
  function fold(word) {
    let folded = known.get(word);
    if (folded === undefined) {
      folded = latin(word).replace(/([a-z])\1+/g, "$1");
      if (known.size < 50_000) known.set(word, folded);
    }
    return folded;
  }

  /** Other forms in which a wrong letter stays a single one: undoubling or transliterating would make it several. */
  function forms(word) {
    const cyrillic = CYRILLIC.test(word) ? [bare(word)] : [];
    return [latin(word), ...cyrillic].filter((form) => form !== fold(word));
  }

  /** The words of a text in its order, as {word, start, end}; `word` is folded and never empty. */
  function* locate(text) {
    for (const match of text.matchAll(WORD)) {
      const word = fold(match[0]);
      if (word) yield { word, start: match.index, end: match.index + match[0].length };
    }
  }

  /** The folded words of a text, in its order. */
  function words(text) {
    return Array.from(locate(text), ({ word }) => word);
  }

  /** The words of a text that are Cyrillic, as such. */
  function cyrillic(text) {
    return (text.match(WORD) ?? []).filter((word) => CYRILLIC.test(word)).map(bare);
  }

  Object.assign(search, { cyrillic, fold, forms, locate, words });
})((self.chronologySearch ??= {}));
