/** What is heard of a key that is held down: the browser's own repeats of it. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { registerCommands, type Command } from '../../../../renderer/app/commands';
import { followKeyboard } from '../../../../renderer/app/keyboard';
import { useNotices } from '../../../../renderer/state/notices';

class Key extends Event {
  readonly ctrlKey = false;
  readonly metaKey = false;
  readonly altKey = false;
  readonly shiftKey = false;
  readonly isComposing = false;
  constructor(
    type: 'keydown' | 'keyup',
    readonly key: string,
    readonly repeat = false,
  ) {
    super(type, { cancelable: true });
  }
  get code() {
    return `Key${this.key.toUpperCase()}`;
  }
}

let stop = () => {};
let page: EventTarget;
beforeEach(() => {
  page = new EventTarget();
  vi.stubGlobal('window', page);
  vi.stubGlobal('Element', class {});
  stop = followKeyboard();
});
afterEach(() => stop());

const command = (shortcut: string, change: Partial<Command>): Command => ({
  ...{ id: shortcut, titleKey: 'app.name', shortcut, group: 'edit' },
  ...{ isEnabled: () => true, run: () => undefined },
  ...change,
});
/** Held for three repeats. */
const hold = (key: string) =>
  [false, true, true, true].map((repeat) => {
    const event = new Key('keydown', key, repeat);
    page.dispatchEvent(event);
    return event.defaultPrevented;
  });

it('speaks its refusal once, and never means what the browser means by it', () => {
  const off = registerCommands([command('J', { isEnabled: () => false, refusal: () => 'refusal.readOnly' })]);
  const told = vi.fn();
  const deaf = useNotices.subscribe(told);
  expect(hold('j')).toEqual([true, true, true, true]);
  expect(told).toHaveBeenCalledTimes(1);
  deaf();
  off();
});

it('runs once, or again and again where the command says so, and lets go once', () => {
  const run = { once: vi.fn(), often: vi.fn(), release: vi.fn() };
  const off = registerCommands([
    command('J', { run: run.once, release: run.release }),
    command('K', { run: run.often, repeats: true }),
  ]);
  hold('j');
  page.dispatchEvent(new Key('keyup', 'j'));
  hold('k');
  expect([run.once, run.often, run.release].map(({ mock }) => mock.calls.length)).toEqual([1, 4, 1]);
  off();
});
