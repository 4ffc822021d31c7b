import { formatMessage } from '../../shared/messages/index';

/** The text of a key of the catalogue with its values filled in. */
export const t = formatMessage;

/** The catalogue for a component. A hook, so that a change of language can redraw it. */
export function useMessages(): typeof formatMessage {
  return formatMessage;
}
