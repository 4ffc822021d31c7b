import { expect, it, vi } from 'vitest';
import { MENU_COMMANDS } from '../../../../../electron/hosts/window/menu';
import { allCommands } from '../../../../../renderer/app/all-commands';
import { formatMessage, isMessageKey } from '../../../../../shared/messages/index';

vi.mock('electron', () => import('../../../../support/electron-recorder'));

it('offers only commands that the screens have, each with a title', () => {
  const known = new Set(allCommands.map(({ id }) => id));
  for (const command of Object.values(MENU_COMMANDS).flat()) {
    expect(known, command).toContain(command);
    const key = `menu.${command}`;
    expect(isMessageKey(key) && formatMessage(key), key).toBeTruthy();
  }
});
