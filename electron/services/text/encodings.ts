import iconv from 'iconv-lite';
import { chardet } from 'jschardet';

/** An encoding a text may be in, by its iconv-lite name, and the detector's trust in it (0 to 1). */
export interface LikelyEncoding {
  readonly encoding: string;
  readonly confidence: number;
}

/** What the detector calls them, where iconv-lite calls them otherwise. */
const NAMES: Readonly<Record<string, string>> = {
  'utf-8': 'utf8',
  utf16le: 'utf-16le',
  utf16be: 'utf-16be',
  'utf-16-le': 'utf-16le',
  'utf-16-be': 'utf-16be',
  'utf-32-le': 'utf-32le',
  'utf-32-be': 'utf-32be',
  ascii: 'utf8',
  kz1048: 'rk1048',
  kz_1048: 'rk1048',
  'strk1048-2002': 'rk1048',
  ptcp154: 'pt154',
  cp154: 'pt154',
  ibm866: 'cp866',
  cp1251: 'windows-1251',
  cp1252: 'windows-1252',
  cp1256: 'windows-1256',
  win1251: 'windows-1251',
  win1252: 'windows-1252',
  win1256: 'windows-1256',
};

/** How much of a file the detector looks at: enough for its statistics, and quick on 50 MB. */
const SAMPLE_BYTES = 200_000;
const MOST = 8;

/** Always offered, so that a wrong guess can be put right: the product's languages in their legacy encodings. */
const OFFERED = [
  'windows-1251',
  'koi8-r',
  'cp866',
  'rk1048',
  'pt154',
  'windows-1252',
  'windows-1256',
] as const;

/** The name iconv-lite knows an encoding by, in lower case; unknown names come back in lower case. */
export function canonicalEncoding(name: string): string {
  const lower = name.trim().toLowerCase();
  return NAMES[lower] ?? lower;
}

/**
 * The encodings the bytes may be in, most likely first, then those that are always offered with confidence 0.
 * Only lines with a byte beyond ASCII are judged: time lines tell nothing and would lower the trust.
 */
export function likelyEncodings(bytes: Uint8Array): LikelyEncoding[] {
  const likely = new Map<string, number>();
  for (const { encoding, confidence } of chardet.detectAll(sampleOf(bytes), { ignoreThreshold: true })) {
    if (encoding === null) continue;
    const name = canonicalEncoding(encoding);
    if (iconv.encodingExists(name) && !likely.has(name) && likely.size < MOST)
      likely.set(name, Math.min(1, Math.max(0, confidence)));
  }
  for (const offered of OFFERED) if (!likely.has(offered)) likely.set(offered, 0);
  return [...likely].map(([encoding, confidence]) => ({ encoding, confidence }));
}

/** The lines that hold a byte beyond ASCII, up to `SAMPLE_BYTES`. */
function sampleOf(bytes: Uint8Array): Uint8Array {
  const sample = new Uint8Array(Math.min(bytes.length, SAMPLE_BYTES));
  let length = 0;
  for (let from = 0; from < bytes.length && length < sample.length;) {
    let to = from;
    let beyond = false;
    while (to < bytes.length && bytes[to] !== 10) beyond = (bytes[to++] ?? 0) >= 0x80 || beyond;
    if (beyond) {
      const line = bytes.subarray(from, Math.min(to + 1, from + sample.length - length));
      sample.set(line, length);
      length += line.length;
    }
    from = to + 1;
  }
  return sample.subarray(0, length);
}
