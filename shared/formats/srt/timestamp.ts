import type { IssueCode } from '../document/issues';

/** Latest time the product knows, 1,000 hours, as `Time` in shared/domain has it. */
export const LATEST_MS = 3_600_000_000;

/** A time as found in a line, and where what follows it begins. */
export interface FoundTime {
  readonly ms: number;
  readonly after: number;
  /** Hours, minutes, seconds and a fraction are all there. */
  readonly complete: boolean;
}

interface Field {
  readonly value: number;
  /** Digits as ASCII, for fractions. */
  readonly digits: string;
  /** The character in front of the field; empty for the first. */
  readonly separator: string;
}

const SEPARATORS = ':.,;\uff1a\u061b\u066b\u066c\u00b7';
const MAX_DIGITS = 9;

/** Reads times as they occur in real files and notes each oddity in `oddities`. */
export class TimeScanner {
  readonly #text: string;
  readonly #to: number;
  readonly #oddities: Set<IssueCode>;
  #at = 0;

  constructor(text: string, to: number, oddities: Set<IssueCode>) {
    this.#text = text;
    this.#to = to;
    this.#oddities = oddities;
  }

  /** The time at `from`; null where there is none that can be told (frames instead of ms, too few parts). */
  read(from: number): FoundTime | null {
    this.#at = from;
    const sign = this.#text.charAt(from);
    const negative = sign === '-' || sign === '\u2212';
    if (negative) this.#at++;
    const fields = this.#fields();
    const parts = fields && splitFields(fields);
    if (!parts) return null;
    const [hours, minutes, seconds, fraction] = parts;
    this.#noteOddities(parts);
    const whole = ((hours?.value ?? 0) * 3600 + minutes.value * 60 + seconds.value) * 1000;
    const ms = whole + (fraction ? Number(fraction.digits.padEnd(3, '0').slice(0, 3)) : 0);
    if (ms > LATEST_MS) return null;
    const complete = hours !== null && fraction !== null;
    return { ms: negative && ms > 0 ? -ms : ms, after: this.#at, complete };
  }

  /** Up to four numbers with a separator between; null where none begins here. */
  #fields(): Field[] | null {
    const fields: Field[] = [];
    let separator = '';
    for (;;) {
      const digits = this.#digits();
      if (digits === '') break;
      if (digits.length > MAX_DIGITS && fields.length < 3) return null;
      fields.push({ value: Number(digits), digits, separator });
      const next = fields.length === 4 ? '' : this.#separator(fields.length);
      if (next === '') break;
      separator = next;
    }
    return fields.length === 0 ? null : fields;
  }

  #digits(): string {
    const text = this.#text;
    const from = this.#at;
    let foreign = '';
    while (this.#at < this.#to) {
      const code = text.charCodeAt(this.#at);
      const value = digitValue(code);
      if (value < 0) break;
      if (code > 57) this.#oddities.add('odd-digits');
      foreign += String(value);
      this.#at++;
    }
    return this.#at === from ? '' : foreign;
  }

  /** Moves over a separator where digits follow it (or it stands where the fraction is missing); empty if none. */
  #separator(fieldsSoFar: number): string {
    const text = this.#text;
    let at = this.#at;
    while (at < this.#to && isInvisible(text.charCodeAt(at))) at++;
    const spaced = at > this.#at;
    const found = text.charAt(at);
    if (at < this.#to && found !== '' && SEPARATORS.includes(found)) {
      let next = at + 1;
      while (next < this.#to && isInvisible(text.charCodeAt(next))) next++;
      if (digitValue(text.charCodeAt(next)) >= 0 && next < this.#to) {
        if (spaced || next > at + 1) this.#oddities.add('odd-spacing');
        this.#at = next;
        return found;
      }
      if (fieldsSoFar === 3) this.#at = at + 1;
      return '';
    }
    return spaced && fieldsSoFar === 3 ? this.#spaceBeforeFraction(at) : '';
  }

  /** `00:00:01 500`: a space before exactly three digits stands for the comma. */
  #spaceBeforeFraction(at: number): string {
    let end = at;
    while (end < this.#to && digitValue(this.#text.charCodeAt(end)) >= 0) end++;
    if (end - at !== 3) return '';
    this.#at = at;
    return ' ';
  }

  #noteOddities([hours, minutes, seconds, fraction]: Parts): void {
    const add = (code: IssueCode) => this.#oddities.add(code);
    if (!hours) add('missing-hours');
    else if (hours.digits.length < 2) add('odd-digits');
    if (minutes.digits.length !== 2 || seconds.digits.length !== 2) add('odd-digits');
    if (minutes.value > 59 || seconds.value > 59) add('sixty');
    if ((hours && minutes.separator !== ':') || seconds.separator !== ':') add('odd-separator');
    if (!fraction) add('missing-milliseconds');
    else {
      if (fraction.separator === '.') add('dot-for-comma');
      else if (fraction.separator !== ',') add('odd-separator');
      if (fraction.digits.length !== 3) add('odd-milliseconds');
    }
  }
}

type Parts = readonly [hours: Field | null, minutes: Field, seconds: Field, fraction: Field | null];

/** Says which number is what; null where that would be a guess. */
function splitFields(fields: readonly Field[]): Parts | null {
  const [a, b, c, d] = fields;
  if (!a || !b) return null;
  if (!c) return isColon(b) ? [null, a, b, null] : null;
  if (!d) {
    if (isColon(c)) return [a, b, c, null];
    return isColon(b) || c.digits.length === 3 ? [null, a, b, c] : [a, b, c, null];
  }
  // A colon before two digits counts frames, and the frame rate is not known.
  if (isColon(d) && d.digits.length !== 3) return null;
  return [a, b, c, d];
}

function isColon(field: Field): boolean {
  return field.separator === ':' || field.separator === '\uff1a';
}

/** Value of a decimal digit: ASCII, Arabic-Indic, Persian or full width; -1 for anything else. */
export function digitValue(code: number): number {
  if (code >= 48 && code <= 57) return code - 48;
  if (code < 0x660) return -1;
  if (code <= 0x669) return code - 0x660;
  if (code >= 0x6f0 && code <= 0x6f9) return code - 0x6f0;
  return code >= 0xff10 && code <= 0xff19 ? code - 0xff10 : -1;
}

/** White space, direction marks, zero-width spaces and byte order marks. */
export function isInvisible(code: number): boolean {
  if (code === 32 || (code >= 9 && code <= 13) || code === 0xa0 || code === 0xfeff) return true;
  return (code >= 0x200b && code <= 0x200f) || (code >= 0x202a && code <= 0x202e) || isIsolate(code);
}

function isIsolate(code: number): boolean {
  return code === 0x61c || code === 0x3000 || (code >= 0x2066 && code <= 0x2069);
}
