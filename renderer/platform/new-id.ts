import type { Id } from '../../shared/domain/common';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
/** 16 symbols of 6 bits: 96 random bits, far beyond any collision inside one project. */
const LENGTH = 16;

/** A fresh record identity, safe to pass as `newId` to every edit. */
export function newId(): Id {
  let id = '';
  for (const byte of crypto.getRandomValues(new Uint8Array(LENGTH))) id += ALPHABET.charAt(byte % 64);
  return id;
}
