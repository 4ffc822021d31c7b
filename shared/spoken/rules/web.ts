import { coreAt, said, type Place, type Reading } from '../place';

const MAIL = /^[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63})+$/u;
const ADDRESS =
  /^(?:https?:\/\/)?(?:www\.|(?=[a-z0-9-]+\.(?:com|org|net|int|edu|gov|info|kz|ru|uk|us|fr|es|de|io|me|tv)(?:\/|$)))[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,6}(?:\/\S*)?$/iu;
const HANDLE = /^([@#])(\p{L}[\p{L}\p{M}\p{N}_]*)$/u;

/** Web addresses (their path is not said), e-mail addresses, @handles and #hashtags. */
export function web(place: Place): Reading | null {
  const word = coreAt(place);
  const { dot, at, hash } = place.reader.symbols;
  const dotted = (text: string) => text.replaceAll('.', ` ${dot} `).replace(/[-_/]/gu, ' ').trim();
  if (MAIL.test(word.core)) {
    const [name = '', host = ''] = word.core.split('@');
    return said(squeezed(`${dotted(name)} ${at} ${dotted(host)}`), word);
  }
  if (ADDRESS.test(word.core)) {
    const host = word.core.replace(/^https?:\/\//iu, '').split('/')[0] ?? '';
    return said(squeezed(dotted(host.replace(/^www\./iu, 'W W W.'))), word);
  }
  const [, sign, name] = HANDLE.exec(word.core) ?? [];
  if (sign === undefined || name === undefined) return null;
  const bare = name.replaceAll('_', ' ').replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ');
  return said(squeezed(`${sign === '@' ? at : hash} ${bare}`), word);
}

function squeezed(text: string): string {
  return text.replace(/ {2,}/gu, ' ').trim();
}
