import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitSentences } from '../../../../shared/transcript/sentences';
import { parseTranscript, parseWithRemoved } from '../../../../shared/transcript/parse';

/** A short notation: `Name @hint: text` a paragraph. */
function short(text: string, language = 'en'): string[] {
  const draft = parseTranscript(text, language);
  return draft.paragraphs.map(({ speaker, hintMs, text: said }) => {
    const name = speaker === null ? '' : (draft.speakers[speaker]?.name ?? '?');
    return `${name}${hintMs === null ? '' : ` @${hintMs}`}|${said}`;
  });
}

describe('parseTranscript finds speakers', () => {
  it.each<[string, string, string[]]>([
    ['names with colons', 'Anna: Hello.\nBoris: Hi!\nAnna: Bye.', ['Anna|Hello.', 'Boris|Hi!', 'Anna|Bye.']],
    ['once each', 'Anna: Hello.\n\nBoris: Hi!', ['Anna|Hello.', 'Boris|Hi!']],
    [
      'a full name, once',
      'Intro text.\n\nGulzada Serzhan: We were born here.',
      ['|Intro text.', 'Gulzada Serzhan|We were born here.'],
    ],
    ['a name alone on its line', 'ANNA:\nHello there.\n\nBORIS:\nHi.', ['ANNA|Hello there.', 'BORIS|Hi.']],
    ['a name in brackets', '[Anna] Hello.\n[Boris] Hi.', ['Anna|Hello.', 'Boris|Hi.']],
    [
      'capitals and a dash',
      'ANNA – Hello.\nBORIS — Hi.\nANNA – Bye.',
      ['ANNA|Hello.', 'BORIS|Hi.', 'ANNA|Bye.'],
    ],
    ['voice tags', '<v Anna Lee>Hello.</v>\n<v.loud Boris>Hi.</v>', ['Anna Lee|Hello.', 'Boris|Hi.']],
    [
      'Otter',
      'Anna Lee  0:12\nHello there.\n\nBoris  1:02:03\nHi.',
      ['Anna Lee @12000|Hello there.', 'Boris @3723000|Hi.'],
    ],
    [
      'Rev',
      'Speaker 1 (00:05):\nHello.\n\nSpeaker 2 (00:09):\nHi.',
      ['Speaker 1 @5000|Hello.', 'Speaker 2 @9000|Hi.'],
    ],
    [
      'Zoom',
      '[Anna Lee] 10:15:02\nHello.\n\n[Boris] 10:15:09\nHi.',
      ['Anna Lee @36902000|Hello.', 'Boris @36909000|Hi.'],
    ],
    [
      'stamp first',
      '[00:01:02] Anna: Hello.\n[00:01:09] Boris: Hi.',
      ['Anna @62000|Hello.', 'Boris @69000|Hi.'],
    ],
    ['stamp second', 'Anna: [0:05] Hello.\nBoris: [0:08] Hi.', ['Anna @5000|Hello.', 'Boris @8000|Hi.']],
    ['stamp inside', 'Anna [0:05]: Hello.\nBoris [0:08]: Hi.', ['Anna @5000|Hello.', 'Boris @8000|Hi.']],
    ['case and repeats', 'Anna: One.\nANNA: Two.', ['Anna|One.', 'Anna|Two.']],
    [
      'questions',
      'Q: Who are you?\nA: Nobody.\nQ: Where?\nA: Here.',
      ['Q|Who are you?', 'A|Nobody.', 'Q|Where?', 'A|Here.'],
    ],
    [
      'titles, particles, brackets',
      'Dr. María de la Cruz (UN): Hola.\n\nAbu al-Hassan: Yes.',
      ['Dr. María de la Cruz (UN)|Hola.', 'Abu al-Hassan|Yes.'],
    ],
    ['Markdown', '**Anna:** Hello.\n\n**Boris**: Hi.', ['Anna|Hello.', 'Boris|Hi.']],
    [
      'no space after the colon',
      'Anna:Hello.\nBoris:Hi.\nAnna:Bye.',
      ['Anna|Hello.', 'Boris|Hi.', 'Anna|Bye.'],
    ],
    [
      'later paragraphs of the same speaker',
      'Anna: One.\n\nTwo.\n\nBoris: Three.',
      ['Anna|One.', 'Anna|Two.', 'Boris|Three.'],
    ],
    [
      'a full-width colon',
      '安娜：你好。\n鲍里斯：你好。\n安娜：再见。',
      ['安娜|你好。', '鲍里斯|你好。', '安娜|再见。'],
    ],
    [
      'Russian',
      'Интервьюер: Кто вы?\nГулзада: Я — активистка.\nИнтервьюер: Где?',
      ['Интервьюер|Кто вы?', 'Гулзада|Я — активистка.', 'Интервьюер|Где?'],
    ],
    [
      'Kazakh',
      'Сұхбаттасушы: Сіз кімсіз?\nӘлия: Мен — белсендімін.\nӘлия: Иә.',
      ['Сұхбаттасушы|Сіз кімсіз?', 'Әлия|Мен — белсендімін.', 'Әлия|Иә.'],
    ],
    ['Arabic', 'فاطمة: مرحبا.\nسعاد: أهلا.\nفاطمة: شكرا.', ['فاطمة|مرحبا.', 'سعاد|أهلا.', 'فاطمة|شكرا.']],
  ])('%s', (_, text, expected) => {
    expect(short(text)).toEqual(expected);
  });

  it.each([
    'Tuesday (10:30) was the day.',
    'We met at 10:30 and left at 11:45.',
    '10:30 in the morning was the time.',
    'See http://example.org for more.',
    'https://example.org is our page.',
    'Note that: we were born here.',
    'We had one demand: freedom.\n\nWe had another: peace.',
    'Text first.\n\nNote: this is not a name.',
    'Text first.\n\nFreedom: that is what we want.\n\nMore text follows.\n\nAnd more.',
    'Москва — столица.\n\nЯ — женщина.\n\nЯ — правозащитница.',
    'ООН — это организация.\n\nМы там были.\n\nЭто было давно.',
    '[Music]\n\nWe were born here.\n\n[Laughter] Yes.\n\n[Music]',
    '[смеётся] Да.\n\nНет.\n\n[смеётся] Может быть.',
    'قالت لي: نعم.\n\nثم ذهبنا.\n\nكان ذلك قبل عام.',
    'Дата: 5 мая.\n\nМы начали.\n\nДата: 6 мая.',
  ])('but not in %j', (text) => {
    const draft = parseTranscript(text, 'en');
    expect(draft.speakers).toEqual([]);
    expect(draft.paragraphs.map((paragraph) => paragraph.text).join(' ')).toBe(text.split(/\n+/).join(' '));
  });

  it('says where it guessed', () => {
    const draft = parseTranscript('Anna: Hello.\n\nWe went on.\n\nAnd on.\n\nAnd on.', 'en');
    expect(draft.speakers).toEqual([{ name: 'Anna' }]);
    expect(draft.issues).toMatchObject([{ line: 1, code: 'label-guessed' }]);
  });
});

describe('parseTranscript finds time stamps', () => {
  it.each<[string, string[]]>([
    ['00:01:02 Hello.', [' @62000|Hello.']],
    ['[1:02] Hello.', [' @62000|Hello.']],
    ['(00:01:02.5) Hello.', [' @62500|Hello.']],
    ['1:02 - Hello.', [' @62000|Hello.']],
    ['00:01:02,250 --> 00:01:04,000\nHello.', [' @62250|Hello.']],
    ['[00:01:02 - 00:01:09] Hello.', [' @62000|Hello.']],
    ['00:01:02:12 Hello.', [' @62000|Hello.']],
    ['0:00\nhello and\n0:03\nwelcome.\n0:05\nWe begin.', [' @0|hello and welcome.', ' @5000|We begin.']],
    ['0:10 One.\n0:15 Two.\n0:19 Three.', [' @10000|One.', ' @15000|Two.', ' @19000|Three.']],
    [
      '[0:10] One.\n10:30 was the time.\n[0:19] Three.',
      [' @10000|One.', '|10:30 was the time.', ' @19000|Three.'],
    ],
    ['1:75 is a ratio.', ['|1:75 is a ratio.']],
    ['1:2:3 is a ratio.', ['|1:2:3 is a ratio.']],
    ['9999:00:00 long ago.', ['|9999:00:00 long ago.']],
  ])('%j', (text, expected) => {
    expect(short(text)).toEqual(expected);
  });

  it('takes stamps out of sentences and says so', () => {
    const draft = parseTranscript(
      'We were [00:01:02] born here (00:01:04) and [1:06] stay (at 10:30).',
      'en',
    );
    expect(draft.paragraphs[0]?.text).toBe('We were born here and stay (at 10:30).');
    expect(draft.issues).toMatchObject([{ line: 1, code: 'inline-stamps' }]);
    expect(draft.issues[0]?.message).toContain('3 time stamps');
  });

  it('says when stamps run backwards', () => {
    const draft = parseTranscript('[0:10] One.\n[0:05] Two.', 'en');
    expect(draft.issues).toMatchObject([{ line: 2, code: 'stamp-order' }]);
  });
});

describe('parseTranscript finds paragraphs', () => {
  const wrapped =
    'Women’s rights are not only about heterosexual women. Here at our\nmeetings we talk about a diverse circle of women. We show that\nthese groups intersect in different ways.\n\nWe are engaged in human rights.';

  it.each<[string, string, string[]]>([
    [
      'joins hard-wrapped lines',
      wrapped,
      [
        '|Women’s rights are not only about heterosexual women. Here at our meetings we talk about a diverse circle of women. We show that these groups intersect in different ways.',
        '|We are engaged in human rights.',
      ],
    ],
    [
      'keeps lines that are paragraphs',
      'We are here and this is our land.\nWe stay.\nYes.',
      ['|We are here and this is our land.', '|We stay.', '|Yes.'],
    ],
    ['joins a sentence that goes on', 'We are here\nand we stay.', ['|We are here and we stay.']],
    ['keeps a hyphen at a line’s end', 'Это право-\nзащитники.', ['|Это право-защитники.']],
    [
      'joins without a space where none is written',
      '私たちは、この土地で生まれて、この土地で育ち、そして今もここで\n暮らしています。',
      ['|私たちは、この土地で生まれて、この土地で育ち、そして今もここで暮らしています。'],
    ],
    [
      'takes any line end',
      'One.\r\n\r\nTwo.\r\rThree.\u2028\u2028Four.',
      ['|One.', '|Two.', '|Three.', '|Four.'],
    ],
    ['begins anew at a dialogue dash', '— Кто там?\n— Я.', ['|— Кто там?', '|— Я.']],
  ])('%s', (_, text, expected) => {
    expect(short(text)).toEqual(expected);
  });
});

describe('parseTranscript says what is odd', () => {
  it.each<[string, string, string, number]>([
    ['', 'en', 'no-text', 0],
    [' \n\n ', 'en', 'no-text', 0],
    ['Anna:\n\nBoris: Hi.\n\nAnna: Yes.', 'en', 'empty-paragraph', 1],
    ['Все люди рождаются свободными и равными.', 'en', 'wrong-script', 0],
    [
      'Все люди рождаются свободными и равными в своем достоинстве и правах. '.repeat(10),
      'kk',
      'other-language',
      0,
    ],
    ['人間은 自由로운 存在로 태어났다', 'ko', 'unspoken-script', 0],
    ['มนุษย์ทั้งหลายเกิดมามีอิสระ', 'th', 'roughly-spoken', 0],
    ['One.\nTw\ufffd.', 'en', 'replacement', 2],
    [`One.\n${'x'.repeat(501)}`, 'en', 'long-word', 2],
  ])('%j in %s: %s on line %i', (text, language, code, line) => {
    expect(parseTranscript(text, language).issues).toMatchObject([{ code, line }]);
  });

  it('has nothing to say about a clean text', () => {
    expect(parseTranscript('Anna: Hello there.\nBoris: Hi.\nAnna: Bye.', 'en').issues).toEqual([]);
    expect(parseTranscript('すべての人間は、生まれながらにして自由である。', 'ja').issues).toEqual([]);
    expect(parseTranscript('Барлық адамдар тумысынан азат. '.repeat(20), 'kk').issues).toEqual([]);
  });
});

describe('parseTranscript loses nothing', () => {
  const letters = (text: string) => text.match(/[\p{L}\p{N}]/gu) ?? [];
  const bit = fc.constantFrom(
    'Anna: ',
    'Boris:\n',
    '[Anna] ',
    '[Music] ',
    'ANNA – ',
    '<v Anna>',
    '</v>',
    'Anna Lee  0:12\n',
    '[00:01:02] ',
    '1:02 - ',
    '10:30 ',
    '(1:02) ',
    'http://x.org ',
    'Note that: ',
    'word ',
    'Конец. ',
    'слово-\n',
    '\n',
    '\n\n',
    '— ',
    '安娜：',
    'مرحبا: ',
    '\r',
    '\u2028',
    '\ufeff',
    '**Q:** ',
    ':',
    '<i>x</i> ',
  );
  const text = fc.oneof(
    fc.array(bit, { maxLength: 40 }).map((bits) => bits.join('')),
    fc.string({ unit: 'binary', maxLength: 80 }),
  );

  it('every letter and digit is in a paragraph or in a label or stamp', () => {
    fc.assert(
      fc.property(text, (any) => {
        const { draft, removed } = parseWithRemoved(any, 'en');
        const kept = draft.paragraphs.map((paragraph) => paragraph.text);
        const out = removed.map((piece) => piece.text);
        expect(letters([...kept, ...out].join('')).sort()).toEqual(letters(any).sort());
        for (const { speaker } of draft.paragraphs)
          if (speaker !== null) expect(draft.speakers[speaker]).toBeDefined();
      }),
      { numRuns: 400 },
    );
  });

  it('every removed piece with letters is a speaker’s name', () => {
    fc.assert(
      fc.property(text, (any) => {
        const { draft, removed } = parseWithRemoved(any, 'en');
        const names = draft.speakers.map((speaker) => speaker.name.normalize('NFC').toLowerCase());
        for (const piece of removed
          .map((removal) => removal.text.replace(/<\/?v\b/, ''))
          .filter((piece) => /\p{L}/u.test(piece)))
          expect(
            names.some((name) => piece.normalize('NFC').toLowerCase().replace(/\s+/gu, ' ').includes(name)),
          ).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  // Each of these takes minutes where any step looks again at what it has seen.
  it.each<[string, string]>([
    ['one long line', 'слово '.repeat(100_000)],
    ['many labels', 'A: b.\n'.repeat(50_000)],
    ['many wrapped lines', 'We were born here, this is our land, we are engaged in\n'.repeat(30_000)],
    ['a run of spaces', `a${' '.repeat(200_000)}b [`],
    ['open brackets', '['.repeat(200_000)],
    ['long words', `${'x'.repeat(500)} `.repeat(4_000)],
    ['stamps', '[0:01]'.repeat(50_000)],
    ['dots', 'А. '.repeat(50_000)],
  ])('in time that grows with the text: %s', (_, text) => {
    const said = parseTranscript(text, 'en')
      .paragraphs.map((paragraph) => paragraph.text)
      .join('');
    expect(said.length).toBeLessThanOrEqual(text.length);
    splitSentences(said.slice(0, 500_000), 'ru');
  });
});
