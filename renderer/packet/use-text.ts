import { useCallback } from 'react';
import { isPacketKey, packetMessage, type PacketKey } from '../../shared/messages/packet/index';
import { usePacket } from './store';

/** The page's texts in the language that is chosen. */
export function useText() {
  const language = usePacket((state) => state.language);
  return useCallback(
    (key: PacketKey, values?: Readonly<Record<string, string | number>>) =>
      packetMessage(language, key, values),
    [language],
  );
}

/** A finding's name; null for a rule this page does not know. */
export function ruleKey(rule: string): PacketKey | null {
  const key = `rule.${rule}`;
  return isPacketKey(key) ? key : null;
}
