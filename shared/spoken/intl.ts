/** What Unicode's locale data says aloud: names of units, currencies, months and large numbers, in any language. */

/** Makes something once a key. */
function once<T>(make: (key: string) => T): (key: string) => T {
  const made = new Map<string, T>();
  return (key) => {
    const known = made.get(key);
    if (known !== undefined) return known;
    const fresh = make(key);
    made.set(key, fresh);
    return fresh;
  };
}

function localeOf(language: string): string {
  try {
    return Intl.NumberFormat.supportedLocalesOf(language)[0] ?? 'en';
  } catch {
    return 'en';
  }
}

/** Whether Unicode has data for a language: its names would be English otherwise. */
export const hasNames = once((language: string): boolean => {
  try {
    return Intl.NumberFormat.supportedLocalesOf(language).length > 0;
  } catch {
    return false;
  }
});

const formats = new Map<string, Intl.NumberFormat>();

function part(
  language: string,
  value: number,
  options: Intl.NumberFormatOptions,
  type: string,
): string | null {
  if (!hasNames(language)) return null;
  const key = `${language} ${JSON.stringify(options)}`;
  const format = formats.get(key) ?? new Intl.NumberFormat(localeOf(language), options);
  formats.set(key, format);
  return format.formatToParts(value).find((each) => each.type === type)?.value ?? null;
}

/** “kilometres” for 5 `kilometer`; null where the language has no word for it. `unit` as in ECMA-402. */
export function unitName(language: string, value: number, unit: string): string | null {
  const options = { style: 'unit', unit, unitDisplay: 'long' } as const;
  // Arabic has the sign for most counts and the word for one.
  const names = [part(language, value, options, 'unit'), part(language, 1, options, 'unit')];
  return names.find((name) => name !== null && /\p{L}/u.test(name)) ?? null;
}

/** What currencies are called without the country's name. */
const CURRENCY_STEM =
  /^(?:dol|dól|доллар|доллары|دولار|euro|евро|еуро|يورو|teng|tég|теңге|тенге|تينغ|rubl|roubl|рубл|روبل|pound|фунт|libra|livre|جنيه)/iu;

/** “dollars” for 5 `USD` in English; null where the language has no word for it. */
export function currencyName(language: string, value: number, currency: string): string | null {
  // “5.00” has another plural than “5” in Russian.
  const maximumFractionDigits = Number.isInteger(value) ? 0 : 2;
  const options = { style: 'currency', currency, currencyDisplay: 'name', maximumFractionDigits } as const;
  const name = part(language, value, options, 'currency');
  return name?.split(' ').find((word) => CURRENCY_STEM.test(word)) ?? name;
}

/** “million” in the form it has after a count: “миллиона” after 2. `power` 3, 6 or 9; null where there is no word. */
export function scaleName(language: string, count: number, power: number): string | null {
  const shown = count >= 1 && count < 100 ? count : count % 100 >= 1 ? count % 100 : 10;
  const options = { notation: 'compact', compactDisplay: 'long', maximumFractionDigits: 1 } as const;
  return part(language, shown * 10 ** power, options, 'compact');
}

/** The months' names as they stand beside a day, January first; lower case. */
export const monthNames = once((language: string): readonly string[] => {
  const format = new Intl.DateTimeFormat(localeOf(language), {
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
    calendar: 'gregory',
  });
  return Array.from({ length: 12 }, (_, month) => {
    const parts = format.formatToParts(new Date(Date.UTC(2001, month, 1)));
    return (parts.find(({ type }) => type === 'month')?.value ?? '').toLowerCase();
  });
});

/** The sign before a fraction: `.` or `,`. */
export function decimalSignOf(language: string): '.' | ',' {
  return part(language, 1.5, {}, 'decimal') === ',' ? ',' : '.';
}
