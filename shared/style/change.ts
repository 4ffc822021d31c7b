import { Style, type StyleOverride } from '../domain/track';

/** What may be changed of a style; a field that is `undefined` goes back to what its absence means. */
export type StyleChange = { readonly [K in keyof Omit<Style, 'id'>]?: Style[K] | undefined };

/** The style with changes. Throws `ZodError` for a value outside its range. */
export function changedStyle(style: Style, change: StyleChange): Style {
  const fields = Object.entries({ ...style, ...change }).filter(([, value]) => value !== undefined);
  return Style.parse(Object.fromEntries(fields));
}

/** The overrides of a style with those of one language changed; without any left, none at all. */
export function withOverride(
  style: Style,
  language: string,
  override: StyleOverride | null,
): Pick<StyleChange, 'languages'> {
  const { [language]: _, ...others } = style.languages ?? {};
  const languages = override ? { ...others, [language]: override } : others;
  return { languages: Object.keys(languages).length > 0 ? languages : undefined };
}
