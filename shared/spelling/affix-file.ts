/** Name of the encoding that an affix file and its dictionary are written in, for iconv-lite; ISO 8859-1 where it names none. `text`: the file read as Latin-1. */
export function affixEncoding(text: string): string {
  const name = /^\s*SET\s+(\S+)/m.exec(text.replace(BOM, ''))?.[1] ?? 'ISO8859-1';
  return name.replace(/^microsoft-cp/i, 'windows-').replace(/^ISO8859-/i, 'iso-8859-');
}

/** The byte order mark of UTF-8, read as Latin-1. */
const BOM = '\u00ef\u00bb\u00bf';

/**
 * An affix file, decoded, as the UTF-8 one that Hunspell is given. Flags that were single bytes of the old encoding are
 * characters now, so Hunspell is told to read them as such.
 */
export function asUtf8Affixes(text: string): string {
  const plain = text.replace('\ufeff', '');
  if (/^\s*SET\s+UTF-8/im.test(plain)) return plain;
  const body = plain.replace(/^\s*SET\s.*$/m, '');
  const flags = /^\s*FLAG\s/m.test(body) ? '' : 'FLAG UTF-8\n';
  return `SET UTF-8\n${flags}${body}`;
}
