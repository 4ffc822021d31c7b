/** Cues in every script, place and style, for comparing preview and output. */
import type { Cue, Style, Track } from '../../shared/domain/track';
import type { Speaker } from '../../shared/domain/transcript';
import { defaultStyles } from '../../shared/style/styles';

export interface PreviewCue {
  readonly text: string;
  readonly position: Cue['position'];
  readonly speakerId: string | null;
}

export interface PreviewGroup {
  readonly name: string;
  readonly style: Style;
  readonly track: Pick<Track, 'language' | 'direction'>;
  readonly cues: readonly PreviewCue[];
  readonly speakers: readonly Speaker[];
  /** Tells the luma of letters from that of all else. */
  readonly isText: (luma: number) => boolean;
}

const [plain, box, contrast] = defaultStyles();

const light = (luma: number) => luma > 141;
const dark = (luma: number) => luma < 70;

const STYLES: readonly (readonly [name: string, style: Style, isText?: (luma: number) => boolean])[] = [
  ['plain', plain],
  ['box', box],
  ['high contrast', contrast],
  ['close lines', { ...plain, lineSpacingEm: 1.15, bold: true, fontSizePct: 5 }],
  ['close lines in a box', { ...box, lineSpacingEm: 1.25, alignment: 'start', boxPaddingEm: 0.2 }],
  ['at the end', { ...plain, alignment: 'end', outlinePct: 0.6, shadowPct: 0.4, marginHorizontalPct: 9 }],
  ['speakers', { ...box, boxOpacity: 1, speakerColours: true, speakerLabels: 'always', lineSpacingEm: 1.3 }],
  [
    'dark on light',
    { ...box, colour: '#101010', boxColour: '#F0F0E0', boxOpacity: 0.9, fontSizePct: 3.4 },
    dark,
  ],
  ['thin', { ...plain, weight: 100 }],
  ['semibold, close lines', { ...plain, weight: 600, bold: true, lineSpacingEm: 1.2 }],
  ['black in a box', { ...box, weight: 900, bold: true }],
];

interface Language {
  readonly track: Pick<Track, 'language' | 'direction'>;
  readonly short: string;
  readonly first: string;
  readonly second: string;
  /** Wider than the picture. */
  readonly long: string;
}

const language = (
  tag: string,
  [short, first, second, long]: readonly [string, string, string, string],
  direction: 'ltr' | 'rtl' = 'ltr',
): Language => ({ track: { language: tag, direction }, short, first, second, long });

const LANGUAGES: readonly Language[] = [
  language('en', [
    'Yes.',
    'We were told to leave the square',
    'before the buses came at 6:45.',
    'Nobody in the office, not even the people who had signed the first letter, knew what had been agreed upon that night',
  ]),
  language('ru', [
    'Да, мы здесь!',
    'Мы пришли в суд рано утром,',
    'но дверь была уже закрыта.',
    'Нам говорили, что всё решится завтра, а потом ещё раз завтра, и так продолжалось до самого конца следующей весны',
  ]),
  language('kk', [
    'Біз әіңғүұқөһ',
    'Құқықтарымыз үшін күресеміз,',
    'өйткені бұл біздің өміріміз.',
    'Сол күні әкемнің үйіне келген көршілеріміз ештеңе білмейтінін айтты, бірақ бәрі де түсініп тұрған еді ғой сол кезде',
  ]),
  language(
    'ar',
    [
      'نحن هنا',
      'قالوا لنا أن نغادر الميدان',
      'قبل وصول الحافلات في الساعة 6:45',
      'لم يكن أحد في المكتب يعرف ما الذي تم الاتفاق عليه في تلك الليلة ولا حتى الذين وقعوا الرسالة الأولى معنا',
    ],
    'rtl',
  ),
  language(
    'he',
    [
      'אנחנו כאן',
      'אמרו לנו לעזוב את הכיכר',
      'לפני שהאוטובוסים יגיעו ב־6:45.',
      'אף אחד במשרד לא ידע על מה הוסכם באותו לילה, אפילו לא האנשים שחתמו איתנו על המכתב הראשון באותו שבוע ארוך',
    ],
    'rtl',
  ),
  language('hi', [
    'हम यहाँ हैं।',
    'हमें चौक छोड़ने के लिए कहा गया',
    'बसों के आने से पहले।',
    'दफ़्तर में कोई नहीं जानता था कि उस रात क्या तय हुआ था, वे लोग भी नहीं जिन्होंने पहले पत्र पर हस्ताक्षर किए थे',
  ]),
  language('th', [
    'เราอยู่ที่นี่',
    'พวกเขาบอกให้เราออกจากจัตุรัส',
    'ก่อนที่รถบัสจะมาถึง',
    'ไม่มีใครในสำนักงานรู้ว่า คืนนั้นตกลงอะไรกันไว้ แม้แต่คนที่ลงชื่อ ในจดหมายฉบับแรกก็ไม่รู้ เหมือนกันทั้งหมด',
  ]),
  language('el', [
    'Είμαστε εδώ',
    'Μας είπαν να φύγουμε',
    'πριν έρθουν τα λεωφορεία.',
    'Κανείς στο γραφείο δεν ήξερε τι είχε συμφωνηθεί εκείνο το βράδυ, ούτε καν όσοι είχαν υπογράψει την πρώτη επιστολή',
  ]),
];

const SPEAKERS: readonly Speaker[] = ['Aya', 'Ботагөз', 'ليلى'].map((name, n) => ({
  id: `speaker${n}`,
  order: n,
  name,
  pseudonym: null,
}));

function cuesOf({ short, first, second, long }: Language): PreviewCue[] {
  const texts = [
    short,
    first,
    `${first}\n${second}`,
    `<i>${second}</i>\n${short}`,
    `${first} — UN 2024`,
    `Feminita: ${short}`,
    long,
  ];
  const cues = texts.map((text, n) => ({ text, position: 'bottom' as const, speakerId: `speaker${n % 4}` }));
  return [
    ...cues,
    { text: `${first}\n${second}`, position: 'top', speakerId: null },
    { text: long, position: 'top', speakerId: 'speaker1' },
  ];
}

/** Every style with a language; with another `turn` each style meets another language. */
export function previewGroups(turn: number): PreviewGroup[] {
  return STYLES.flatMap(([name, style, isText = light], n) => {
    const spoken = LANGUAGES[(n + 3 * turn) % LANGUAGES.length];
    if (!spoken) return [];
    const { track } = spoken;
    const cues = cuesOf(spoken);
    return [{ name: `${name}, ${track.language}`, style, track, cues, speakers: SPEAKERS, isText }];
  });
}
