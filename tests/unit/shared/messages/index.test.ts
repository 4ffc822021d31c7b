import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, it } from 'vitest';
import { english, formatMessage, isMessageKey } from '../../../../shared/messages/index';

describe('the English catalogue', () => {
  it('holds only messages that can be read, none empty', () => {
    for (const [key, text] of Object.entries(english)) {
      expect(text.trim(), key).not.toBe('');
      expect(() => new IntlMessageFormat(text, 'en', undefined, { ignoreTag: true }), key).not.toThrow();
    }
  });
});

describe('formatMessage', () => {
  it('fills in values as plain text', () => {
    const name = "{x} <b>& # '{";
    expect(formatMessage('error.not-a-project', { name })).toContain(name);
  });
});

describe('isMessageKey', () => {
  it('is not fooled by what every object has', () => {
    expect(isMessageKey('error.internal')).toBe(true);
    expect(isMessageKey('toString')).toBe(false);
    expect(isMessageKey('__proto__')).toBe(false);
  });
});
