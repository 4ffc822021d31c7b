/** Language codes of the header (LC) that name a language of today, by EBU Tech 3264-E, appendix 3. */
const CODES: Readonly<Record<string, string>> = {
  ...{ sq: '01', br: '02', ca: '03', hr: '04', cy: '05', cs: '06', da: '07', de: '08', en: '09', es: '0A' },
  ...{ eo: '0B', et: '0C', eu: '0D', fo: '0E', fr: '0F', fy: '10', ga: '11', gd: '12', gl: '13', is: '14' },
  ...{ it: '15', la: '17', lv: '18', lb: '19', lt: '1A', hu: '1B', mt: '1C', nl: '1D', no: '1E', oc: '1F' },
  ...{ pl: '20', pt: '21', ro: '22', rm: '23', sr: '24', sk: '25', sl: '26', fi: '27', sv: '28', tr: '29' },
  ...{ wa: '2B', zu: '45', vi: '46', uz: '47', ur: '48', uk: '49', th: '4A', te: '4B', tt: '4C', ta: '4D' },
  ...{ tg: '4E', sw: '4F', so: '51', si: '52', sn: '53', ru: '56', qu: '57', ps: '58', pa: '59', fa: '5A' },
  ...{ or: '5C', ne: '5D', nd: '5E', mr: '5F', ms: '61', mg: '62', mk: '63', lo: '64', ko: '65', km: '66' },
  ...{ kk: '67', kn: '68', ja: '69', id: '6A', hi: '6B', he: '6C', ha: '6D', gn: '6E', gu: '6F', el: '70' },
  ...{ ka: '71', ff: '72', cv: '74', zh: '75', my: '76', bg: '77', bn: '78', be: '79', bm: '7A', az: '7B' },
  ...{ as: '7C', hy: '7D', ar: '7E', am: '7F' },
};
const ALIASES: Readonly<Record<string, string>> = { nb: 'no', nn: 'no', iw: 'he', in: 'id' };
const UNKNOWN = '00';

/** The code of a primary language; `00` (unknown) for one the table lacks. */
export function stlLanguageCode(language: string): string {
  const code = CODES[ALIASES[language] ?? language];
  return code ?? UNKNOWN;
}

/** The language of a code; null for unknown and background codes. */
export function languageOfStlCode(code: string): string | null {
  const wanted = code.trim().toUpperCase();
  return Object.entries(CODES).find(([, known]) => known === wanted)?.[0] ?? null;
}
