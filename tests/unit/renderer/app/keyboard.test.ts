import { describe, expect, it } from 'vitest';
import type { Command } from '../../../../renderer/app/commands';
import { commandFor, mayAct, refusalFor, type Focus } from '../../../../renderer/app/keyboard';

const command = (shortcut: Command['shortcut'], change: Partial<Command> = {}): Command => ({
  id: String(shortcut),
  titleKey: 'app.name',
  shortcut,
  group: 'edit',
  isEnabled: () => true,
  run: () => undefined,
  ...change,
});

describe('mayAct', () => {
  it.each<[string, Focus, boolean]>([
    ['Space', 'text', false],
    ['Space', 'control', false],
    ['Space', 'page', true],
    ['Space', 'dialog', false],
    ['J', 'text', false],
    ['J', 'control', true],
    ['ArrowLeft', 'text', false],
    ['ArrowLeft', 'control', false],
    ['Mod+S', 'text', true],
    ['Mod+S', 'control', true],
    ['Mod+S', 'dialog', false],
    ['Mod+Z', 'text', false],
    ['Mod+C', 'text', false],
    ['Mod+ArrowLeft', 'text', false],
    ['F1', 'text', true],
    ['?', 'text', false],
    ['Alt+ArrowUp', 'text', true],
    ['Alt+1', 'text', false],
  ])('%s with the focus on %s: %s', (shortcut, focus, expected) => {
    expect(mayAct(command(shortcut), shortcut, focus)).toBe(expected);
  });

  it('lets a command decide for text fields', () => {
    expect(mayAct(command('Mod+Z', { inText: true }), 'Mod+Z', 'text')).toBe(true);
    expect(mayAct(command('Mod+S', { inText: false }), 'Mod+S', 'text')).toBe(false);
  });
});

describe('commandFor', () => {
  const space = { key: ' ', code: 'Space', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };

  it('passes over commands that are not enabled', () => {
    const off = command('Space', { id: 'off', isEnabled: () => false });
    const on = command(['F9', 'Space'], { id: 'on' });
    expect(commandFor([off, on], space, 'page', false)?.id).toBe('on');
    expect(commandFor([off], space, 'page', false)).toBeNull();
  });

  it('leaves a typed space to the text', () => {
    expect(commandFor([command('Space')], space, 'text', false)).toBeNull();
  });
});

describe('refusalFor', () => {
  const press = { key: 's', code: 'KeyS', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };
  const refusing = command('S', { isEnabled: () => false, refusal: () => 'cues.selectFirst' });

  it('says why a key does nothing, where there is something to say and the key is the app’s', () => {
    expect(refusalFor([refusing], press, 'page', false)).toBe('cues.selectFirst');
    expect(refusalFor([refusing], press, 'text', false)).toBeNull();
    expect(refusalFor([refusing], press, 'dialog', false)).toBeNull();
    expect(refusalFor([command('S', { isEnabled: () => false })], press, 'page', false)).toBeNull();
    expect(
      refusalFor([command('S', { refusal: () => 'cues.selectFirst' })], press, 'page', false),
    ).toBeNull();
  });
});
