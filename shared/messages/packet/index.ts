/** The catalogue of the review packet's page: a reviewer reads it in one of six languages, so it is complete in each. */
import { IntlMessageFormat } from 'intl-messageformat';
import type { PacketLanguage } from '../../review/packet';
import { ar } from './ar';
import { en } from './en';
import { es } from './es';
import { fr } from './fr';
import { kk } from './kk';
import { ru } from './ru';

export type PacketKey = keyof typeof en;
/** One language's texts: every key, so that a missing one does not compile. */
export type PacketMessages = Readonly<Record<PacketKey, string>>;

export const packetMessages: Readonly<Record<PacketLanguage, PacketMessages>> = { en, ru, kk, es, fr, ar };

const compiled = new Map<string, IntlMessageFormat>();

/** Whether a key is in the catalogue (rules arrive as data). */
export function isPacketKey(key: string): key is PacketKey {
  return Object.hasOwn(en, key);
}

/** A text of the page in a language, with `values` filled in as plain text. */
export function packetMessage(
  language: PacketLanguage,
  key: PacketKey,
  values: Readonly<Record<string, string | number>> = {},
): string {
  const id = `${language} ${key}`;
  let message = compiled.get(id);
  if (!message) {
    message = new IntlMessageFormat(packetMessages[language][key], language, undefined, { ignoreTag: true });
    compiled.set(id, message);
  }
  return String(message.format(values));
}
