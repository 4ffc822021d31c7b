import { setOf, tableOf, type Reader } from '../reader';

/** Arabic writes short vowels rarely: they are added where espeak-ng would say consonants alone. */
export const ar: Reader = {
  abbreviations: tableOf(`
    أ.د = الأستاذ الدُكتور; م = مُهَندِس; أ = أُستاذ; ص = صَفحَة; ط = طَبعَة; ق.م = قبل الميلاد; هـ = هِجري; إلخ = إلى آخِرِه
    الخ = إلى آخِرِه; ج = جُزء; ت = تُوُفّي; كم = كيلومتر; كلم = كيلومتر; كغ = كيلوغرام`),
  spelled: setOf(''),
  asWords: setOf(''),
  symbols: {
    and: 'و',
    at: 'آت',
    dot: 'دوت',
    number: 'رَقم',
    hash: 'هاشتاغ',
    plus: 'زائِد',
    to: 'إلى',
    hours: '',
  },
  decimalSign: '.',
  beforeRoman: setOf(''),
  afterRoman: setOf(''),
};
