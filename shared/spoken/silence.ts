/** What stands in a transcript and is not said: stage directions, time stamps, speaker labels. */

/** A direction longer than this many words is more likely something said in brackets. */
const LONGEST_DIRECTION = 12;
/** In round brackets people also speak: those are directions only with few words, one of them a known one. */
const LONGEST_ROUND = 6;

/** What round brackets and asterisks hold when nobody says it: beginnings of words in lower case, en, ru, kk, es, fr, ar, zh, ja, th and others. */
const DIRECTION =
  /(?:^|[^\p{L}])(?:laugh|chuckl|giggl|sigh|paus|silen|inaud|unintell|unclear|indistinct|crosstalk|overlap|music|applau|cries|cry|sob|tear|cough|clears|whisper|nod|smil|nois|sound|gestur|shrug|beep|phone rings|door|breath|foreign|speaks|speaking|in (?:russian|kazakh|english|french|spanish|arabic)|sings|singing|smeetsya|сме[ёе]тся|смех|смею|хохоч|вздых|вздох|пауз|молч|тишин|неразбор|нрзб|музык|апплод|аплод|плач|плак|кашл|ш[её]пот|кива|улыб|шум|звук|жест|говорит|перебив|по-(?:русски|казахски|английски)|күл|күрсін|үзіліс|үнсіз|түсініксіз|музыка|қол шапал|жыла|жөтел|сыбыр|бас изе|шу|risa|ríe|rie|suspir|pausa|silencio|inaudibl|ininteligibl|música|aplaus|llora|tose|susurr|asiente|sonr|ruido|rire|rit|soupir|silence|inaudible|musique|applaud|pleur|tousse|chuchot|hoche|sourit|bruit|笑|掌声|掌聲|鼓掌|拍手|音乐|音樂|音楽|沉默|沈黙|停顿|哭|泣|叹气|嘆氣|ため息|听不清|聞き取れ|咳|หัวเราะ|ร้องไห้|เงียบ|ดนตรี|ถอนหายใจ|ضحك|يضحك|تضحك|صمت|موسيقى|تصفيق|غير مسموع|غير واضح|يبكي|تبكي|تنهد|lach|seufz|pause|unverständlich|musik|weint|сміється|сміх|пауза|gül|sessizlik|müzik)/iu;

const STAMP = /^[[(<{]?\d{1,2}:\d{2}:\d{2}(?:[.,:]\d{1,3})?[\])>}]?[,;]?$|^[[(]\d{1,2}:\d{2}[\])]$/u;
const PAIRS: Readonly<Record<string, string>> = {
  '[': ']',
  '［': '］',
  '【': '】',
  '{': '}',
  '(': ')',
  '（': '）',
  '*': '*',
};

/**
 * Marks the words of a paragraph that nobody says: `[laughs]`, `(смеётся)`, `*music*`, `[the]`, `00:12:33`, and a label
 * (`Q:`, `INTERVIEWER:`) that the import left at its beginning. Square brackets hold what an editor added, so all of it;
 * round ones and asterisks only known directions. A bracket that never closes, or too late, is text. Linear.
 */
export function silentWords(words: readonly string[]): boolean[] {
  const silent = words.map((word) => STAMP.test(word));
  for (let at = 0; at < words.length; at++) {
    const end = endOfDirection(words, at);
    if (end === null) continue;
    silent.fill(true, at, end);
    at = end - 1;
  }
  const first = words[0] ?? '';
  if (words.length > 1 && /^(?:\p{L}|\p{Lu}{3,}|\p{Lu}[\p{Lu}\d]*\d)[:：]$/u.test(first)) silent[0] = true;
  return silent;
}

/** Where the direction that opens with word `at` ends; null where none opens there. */
function endOfDirection(words: readonly string[], at: number): number | null {
  const word = words[at] ?? '';
  const open = /^["'«“]*([[［【{(（*])/u.exec(word)?.[1];
  const close = open === undefined ? undefined : PAIRS[open];
  if (open === undefined || close === undefined) return null;
  const isSquare = '[［【{'.includes(open);
  const longest = isSquare ? LONGEST_DIRECTION : LONGEST_ROUND;
  const from = word.indexOf(open) + open.length;
  for (let end = at; end < Math.min(words.length, at + longest); end++) {
    const place = (words[end] ?? '').indexOf(close, end === at ? from : 0);
    if (place < 0) continue;
    // What follows the bracket in the same word is said: `[the]ir`, `(s)he`.
    const rest = (words[end] ?? '').slice(place + 1);
    if (/[\p{L}\p{N}]/u.test(rest)) return null;
    const inside = words
      .slice(at, end + 1)
      .join(' ')
      .toLowerCase();
    return isSquare || DIRECTION.test(inside) ? end + 1 : null;
  }
  return null;
}
