import type { Style } from '../domain/track';
import { formatMessage } from '../messages/index';
import { PLAIN_LOOK } from './presets';

/** Id of the style a new track gets. */
export const DEFAULT_STYLE_ID = 'outspoken';

/**
 * The styles every new project starts with, each a fresh object. The first is the default: white with a dark outline
 * and a soft shadow. The second is a box behind white text as on BBC iPlayer, the third large yellow on solid black
 * (contrast 19.6:1, WCAG 2.2 asks 7:1) for viewers with low vision.
 */
export function defaultStyles(): [Style, Style, Style] {
  return [
    {
      ...PLAIN_LOOK,
      id: DEFAULT_STYLE_ID,
      order: 1,
      name: formatMessage('style.name.outspoken'),
      fontSizePct: 4.8,
      outlinePct: 0.32,
      shadowPct: 0.14,
    },
    {
      ...PLAIN_LOOK,
      id: 'box',
      order: 2,
      name: formatMessage('style.name.box'),
      fontSizePct: 4.4,
      box: true,
      boxOpacity: 0.8,
    },
    {
      ...PLAIN_LOOK,
      id: 'high-contrast',
      order: 3,
      name: formatMessage('style.name.high-contrast'),
      fontSizePct: 5.6,
      bold: true,
      colour: '#FFFF00',
      box: true,
    },
  ];
}
