/** Digit zero of the decimal digits met in subtitles: Arabic-Indic, Persian, Devanagari, Bengali, Thai, full-width. */
const ZEROS = [0x660, 0x6f0, 0x966, 0x9e6, 0xe50, 0xff10];
const OTHER_DIGITS = /[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u09e6-\u09ef\u0e50-\u0e59\uff10-\uff19]/g;

/** Thousands in groups, else plain digits; then a decimal part. */
const NUMBER = /(?:\d{1,3}(?:[.,\u066c\u00a0\u202f\u2009 '\u2019]\d{3})+(?!\d)|\d+)(?:[.,\u066b]\d+)?/g;

/**
 * The numbers written in digits, in order, as bare digits: group and decimal marks differ from language to language, so
 * `1,000.5`, `1 000,5` and `١٬٠٠٠٫٥` are all `10005`.
 */
export function numbersIn(text: string): string[] {
  const plain = text.replace(OTHER_DIGITS, (digit) => {
    const code = digit.charCodeAt(0);
    return String(code - (ZEROS.findLast((zero) => zero <= code) ?? code));
  });
  return Array.from(plain.matchAll(NUMBER), ([number]) => number.replace(/\D/g, ''));
}

/** What two lists do not share, each number as often as it is left over. */
export function differences(
  ours: readonly string[],
  theirs: readonly string[],
): { readonly onlyOurs: readonly string[]; readonly onlyTheirs: readonly string[] } {
  const onlyTheirs = [...theirs];
  const onlyOurs = ours.filter((number) => {
    const at = onlyTheirs.indexOf(number);
    if (at >= 0) onlyTheirs.splice(at, 1);
    return at < 0;
  });
  return { onlyOurs, onlyTheirs };
}
