let names: Set<string> | null = null;

/** Whether a text is no more than the name of a language, in English or in itself: what tracks are called. */
export function isLanguageName(text: string): boolean {
  names ??= allNames();
  const plain = text.trim().toLowerCase();
  // `English (United Kingdom)`, `Chinese (Simplified)`.
  return names.has(plain) || names.has(plain.replace(/\s*\([\p{L} ]+\)$/u, ''));
}

function allNames(): Set<string> {
  const letters = [...'abcdefghijklmnopqrstuvwxyz'];
  const tags = letters.flatMap((first) => letters.map((second) => first + second));
  const english = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });
  const found = new Set<string>();
  for (const tag of tags) {
    const name = english.of(tag);
    if (name === undefined) continue;
    found.add(name.toLowerCase());
    found.add((new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? name).toLowerCase());
  }
  return found;
}
