import type { Style, StyleOverride } from '../domain/track';

/** The style as a language has it: what its override says put in place of the style's own. The very same where it has none. */
export function styleFor(style: Style, language: string): Style {
  const override = overrideFor(style, language);
  if (!override) return style;
  const { sizeFactor = 1, fontFamily, bold, weight, lineSpacingEm } = override;
  const { languages: _, weight: general, ...rest } = style;
  // A language that only says bold or not means the plain files of that kind.
  const ownWeight = weight ?? (bold === undefined ? general : undefined);
  return {
    ...rest,
    fontFamily: fontFamily ?? style.fontFamily,
    bold: bold ?? style.bold,
    fontSizePct: style.fontSizePct * sizeFactor,
    ...(ownWeight === undefined ? {} : { weight: ownWeight }),
    ...(lineSpacingEm === undefined ? {} : { lineSpacingEm }),
  };
}

/** What a style does otherwise for a language: of the longest tag that the language's begins with (RFC 4647, "lookup"). */
export function overrideFor(style: Style, language: string): StyleOverride | null {
  const parts = language.toLowerCase().split('-');
  const byTag = new Map(
    Object.entries(style.languages ?? {}).map(([tag, value]) => [tag.toLowerCase(), value]),
  );
  for (let length = parts.length; length > 0; length--) {
    const found = byTag.get(parts.slice(0, length).join('-'));
    if (found) return found;
  }
  return null;
}
