import type { CodePage } from './code-pages';

/** Bytes 0xA0 to 0xFF but the marks, as ISO 6937-2 has them; a space where it has nothing. */
const SIGNS = [
  '\u00a0¡¢£$¥ § ‘“«←↑→↓',
  '°±²³×µ¶·÷’”»¼½¾¿',
  '                ',
  '—¹®©™♪¬¦    ⅛⅜⅝⅞',
  'ΩÆĐªĦ ĲĿŁØŒºÞŦŊŉ',
  'ĸæđðħıĳŀłøœßþŧŋ\u00ad',
];

/** Marks that stand before their letter, 0xC1 to 0xCF, as the combining characters that follow it. */
const MARKS: Readonly<Record<number, string>> = {
  0xc1: '\u0300',
  0xc2: '\u0301',
  0xc3: '\u0302',
  0xc4: '\u0303',
  0xc5: '\u0304',
  0xc6: '\u0306',
  0xc7: '\u0307',
  0xc8: '\u0308',
  0xca: '\u030a',
  0xcb: '\u0327',
  0xcd: '\u030b',
  0xce: '\u0328',
  0xcf: '\u030c',
};

const toText = new Map<number, string>();
for (let byte = 0x20; byte < 0x7f; byte++) if (byte !== 0x24) toText.set(byte, String.fromCharCode(byte));
// Position 2/4 is the currency sign and the dollar is at 10/4 (ISO 6937-2:1983); writers often mean the dollar.
toText.set(0x24, '$');
// As writers of the 1983 edition have it; ours write the ASCII sign.
toText.set(0xa6, '#');
toText.set(0xa8, '¤');
SIGNS.forEach((row, index) =>
  [...row].forEach((sign, column) => {
    if (sign !== ' ') toText.set(0xa0 + index * 16 + column, sign);
  }),
);
const toByte = new Map([...toText].map(([byte, text]): [string, number] => [text, byte]));
toByte.set('#', 0x23).set('¤', 0xa8).set('Ð', 0xe2).set('―', 0xd0);
const markByte = new Map(Object.entries(MARKS).map(([byte, mark]): [string, number] => [mark, Number(byte)]));

/** The Latin table: ISO 6937-2, where a mark is a byte before its letter. Checked against glibc's `iconv`. */
export const ISO_6937: CodePage = {
  number: '00',
  name: 'Latin',
  encode(character) {
    const whole = toByte.get(character);
    if (whole !== undefined) return [whole];
    const [letter = '', mark = '', ...more] = [...character.normalize('NFD')];
    const [base, before] = [toByte.get(letter), markByte.get(mark)];
    if (base === undefined || before === undefined || more.length > 0) return null;
    return /[A-Za-z ]/.test(letter) ? [before, base] : null;
  },
  decode(bytes) {
    let text = '';
    let mark = '';
    for (const byte of bytes) {
      const next = MARKS[byte];
      if (next !== undefined) mark = next;
      else {
        text += (toText.get(byte) ?? '\ufffd') + mark;
        mark = '';
      }
    }
    return (mark === '' ? text : `${text}\ufffd`).normalize('NFC');
  },
};
