import { decimalSignOf } from './intl';

/** A number as its digits. */
export interface Amount {
  /** Without separators and leading noughts. */
  readonly whole: string;
  /** Digits after the decimal sign; empty for none. */
  readonly fraction: string;
}

/**
 * Reads `1,250.5`, `1.250,5`, `1'250`, `0,5` in a language (BCP 47): groups of three digits are thousands, unless a single
 * one follows the language's own decimal sign. Null for anything else.
 */
export function parseAmount(text: string, language: string): Amount | null {
  if (/^\d+$/u.test(text)) return { whole: trimmed(text), fraction: '' };
  const decimal = /^(\d+)([.,])(\d+)$/u.exec(text);
  const isGroup = /^[1-9]\d{0,2}[.,]\d{3}$/u.test(text) && decimal?.[2] !== decimalSignOf(language);
  if (decimal && !isGroup) return { whole: trimmed(decimal[1] ?? ''), fraction: decimal[3] ?? '' };
  const grouped = /^(\d{1,3}(?:([.,'’])\d{3})(?:\2\d{3})*)(?:([.,])(\d+))?$/u.exec(text);
  if (!grouped || grouped[2] === grouped[3]) return null;
  return { whole: trimmed((grouped[1] ?? '').replace(/\D/gu, '')), fraction: grouped[4] ?? '' };
}

function trimmed(digits: string): string {
  return digits.replace(/^0+(?=\d)/u, '');
}

/** Its value, for choosing plural forms. */
export function valueOf({ whole, fraction }: Amount): number {
  return Number(`${whole}.${fraction || '0'}`);
}
