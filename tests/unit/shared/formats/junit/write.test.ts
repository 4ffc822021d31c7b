import { describe, expect, it } from 'vitest';
import { writeJunit } from '../../../../../shared/formats/junit/write';

const passed = { name: 'gap', failure: null, skipped: null };

describe('writeJunit', () => {
  it('counts, names and explains', () => {
    const failed = { name: 'empty #2', failure: { type: 'empty', message: 'Has no text.' }, skipped: null };
    const skipped = { name: 'shot-start', failure: null, skipped: 'not known' };
    expect(writeJunit('a.srt', [{ name: 'en', cases: [passed, failed, skipped] }])).toBe(
      [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<testsuites name="a.srt" tests="3" failures="1" errors="0" skipped="1" time="0">',
        '  <testsuite name="en" tests="3" failures="1" errors="0" skipped="1" time="0">',
        '    <testcase classname="en" name="gap" time="0"/>',
        '    <testcase classname="en" name="empty #2" time="0">',
        '      <failure type="empty" message="Has no text."/>',
        '    </testcase>',
        '    <testcase classname="en" name="shot-start" time="0">',
        '      <skipped message="not known"/>',
        '    </testcase>',
        '  </testsuite>',
        '</testsuites>',
        '',
      ].join('\n'),
    );
  });

  it('lets no text break out of its attribute', () => {
    const name = "\"/><x a='&'>\u0000\ud800\n😀";
    expect(writeJunit(name, [])).toContain('name="&quot;/&gt;&lt;x a=\'&amp;\'&gt;\ufffd\ufffd&#10;😀"');
  });
});
