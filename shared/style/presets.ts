import type { Style } from '../domain/track';
import { fontFamilies } from './fonts';

/** Everything of a style but what names it. */
export type StyleLook = Omit<Style, 'id' | 'order' | 'name' | 'extra' | 'languages'>;

/** A look to start from. Named `style.preset.<id>` in the catalogue. */
export interface StylePreset {
  readonly id: 'streaming' | 'broadcast' | 'vertical' | 'contrast';
  readonly look: StyleLook;
  /** What its numbers follow, and when that was read. Where a source gives none, they are ours. */
  readonly source: { readonly title: string; readonly date: string };
}

/** White letters with nothing around them, inside the title-safe area: what looks are made from. */
export const PLAIN_LOOK = {
  fontFamily: fontFamilies[0].family,
  bold: false,
  colour: '#FFFFFF',
  outlineColour: '#000000',
  outlinePct: 0,
  shadowPct: 0,
  box: false,
  boxColour: '#000000',
  boxOpacity: 1,
  // BBC Subtitle Guidelines 1.2.4, "Positioning": the title-safe area is the central 90 % of the picture.
  marginVerticalPct: 5,
  marginHorizontalPct: 5,
} as const;

/** Looks by style guide and place. */
export const stylePresets: readonly StylePreset[] = [
  {
    id: 'streaming',
    // White, proportional sans serif, centred, so large that 42 characters fit; the outline is ours.
    look: { ...PLAIN_LOOK, fontSizePct: 5, outlinePct: 0.3, shadowPct: 0.15, lineSpacingEm: 1.25 },
    source: { title: 'Netflix, Timed Text Style Guide: General Requirements', date: '2026-11' },
  },
  {
    id: 'broadcast',
    // A line is 8 % of the height; black behind the words, half a character wider; speakers told apart by colour.
    look: {
      ...PLAIN_LOOK,
      fontSizePct: 6.4,
      lineSpacingEm: 1.25,
      box: true,
      boxPaddingEm: 0.25,
      speakerColours: true,
    },
    source: { title: 'BBC Subtitle Guidelines 1.2.4, “Presentation”', date: '2026-11' },
  },
  {
    id: 'vertical',
    // Above the captions and beside the buttons of the platforms (`shared/video/presets.ts`); size and weight are ours.
    look: {
      ...PLAIN_LOOK,
      fontSizePct: 3.4,
      bold: true,
      outlinePct: 0.35,
      shadowPct: 0.2,
      lineSpacingEm: 1.2,
      marginVerticalPct: 36,
      marginHorizontalPct: 8.5,
    },
    source: { title: 'TikTok and Instagram Reels, interface zones', date: '2026-11' },
  },
  {
    id: 'contrast',
    // 19.6:1, where WCAG 2.2 (1.4.6) asks for 7:1.
    look: { ...PLAIN_LOOK, fontSizePct: 5.6, bold: true, colour: '#FFFF00', box: true, lineSpacingEm: 1.3 },
    source: { title: 'WCAG 2.2, success criterion 1.4.6', date: '2026-11' },
  },
];
