/**
 * Words that belong to a neighbour, by language: written for this app from general knowledge and
 * checked by no native speaker yet. Lower case.
 * `leaning` words lean on what follows (articles, prepositions, particles): a line never ends on one where avoidable.
 * `trailing` words lean on what precedes (postpositions, enclitics): a line never begins with one.
 * `opening` words open a clause (conjunctions, relatives): a break before one reads well, a break after one does not.
 */
interface Table {
  readonly leaning: string;
  readonly trailing: string;
  readonly opening: string;
}

const TABLES: Readonly<Record<string, Table>> = {
  en: {
    leaning:
      'a an the of to in on at by for from with about into onto over under between among through against during without within upon toward towards per via as than my your his her its our their this these those some any no every each another i we you he she they it is are was were be been being am do does did have has had will would shall should can could may might must not very so too don’t doesn’t didn’t isn’t aren’t wasn’t weren’t won’t can’t couldn’t wouldn’t i’m we’re you’re they’re it’s who’s let’s',
    trailing: 'too either though',
    opening:
      'and but or nor so yet because although though while whereas if unless until till when whenever where wherever who whom whose which that after before since as than why how',
  },
  ru: {
    leaning:
      'в во на за под над о об обо от ото до из изо с со к ко у по при про для без безо через между перед передо около вокруг после против среди ради кроме вместо из-за из-под не ни я мы ты вы он она они это эта этот эти мой моя моё мои наш наша наше наши ваш ваша ваше ваши его её их свой своя своё свои самый очень весь вся всё все каждый каждая каждое один одна одно',
    trailing: 'же ли бы б ж ль',
    opening:
      'и а но или либо да зато однако что чтобы чтоб если когда пока потому поэтому так как где куда откуда который которая которое которые которого которой которых которым которыми которому кто чей чья чьё чьи хотя ведь раз едва будто словно чем',
  },
  kk: {
    leaning:
      'бұл сол осы ана мына біз сен сіз ол олар менің біздің сенің сіздің оның олардың өз өзінің бір екі үш әр барлық бүкіл ең өте тым аса қандай қай',
    trailing:
      'мен бен пен үшін туралы жайлы жөнінде бойынша арқылы дейін шейін кейін соң бері бұрын сияқты секілді тәрізді сайын ғана ақ қана да де та те ма ме ба бе па пе ше ғой қой емес екен еді болды болады болып бар жоқ керек мүмкін деп дейді алады берді қарай қарсы қатар бірге ретінде',
    opening:
      'және бірақ немесе әлде алайда дегенмен өйткені себебі сондықтан егер ал яғни әйтпесе сонда сондай-ақ әрі',
  },
  es: {
    leaning:
      'el la los las lo un una unos unas al del a ante bajo con contra de desde durante en entre hacia hasta mediante para por según sin sobre tras mi mis tu tus su sus nuestro nuestra nuestros nuestras este esta estos estas ese esa esos esas aquel aquella cada todo toda todos todas muy más tan no me te se nos os le les yo él ella ellos ellas es son era eran fue fueron ha han he hemos había habían',
    trailing: '',
    opening:
      'y e o u ni pero sino mas porque pues que quien quienes cual cuales cuyo cuya donde cuando como aunque si mientras así',
  },
  fr: {
    leaning:
      'le la les l’ un une des du de d’ au aux à en dans par pour sur sous avec sans chez vers entre contre depuis pendant avant après mon ma mes ton ta tes son sa ses notre nos votre vos leur leurs ce cet cette ces chaque tout toute tous toutes très plus si je tu il elle on nous vous ils elles ne n’ me m’ te t’ se s’ y est sont était étaient a ont avait avaient c’est',
    trailing: 'pas plus jamais rien personne',
    opening:
      'et ou mais ni or car donc que qu’ qui quoi dont où lequel laquelle lesquels lesquelles quand lorsque puisque parce si comme quoique afin',
  },
  zh: {
    leaning:
      '我 你 他 她 它 我们 你们 他们 她们 咱们 我們 你們 他們 她們 这 那 这个 那个 这些 那些 每 各 某 這 這個 那個 這些 在 从 向 对 把 被 让 给 跟 为 用 以 于 由 從 對 讓 給 為 於 与 和 及 与其 與 不 没 没有 也 都 就 还 很 太 更 最 非常 要 会 能 可以 应该 必须 想 是 沒 沒有 還 會 應該 必須 一 一个 一種 一种 第',
    trailing:
      '的 地 得 了 着 过 著 過 们 們 吗 呢 吧 啊 呀 嘛 嗎 等 等等 之 里 裡 上 下 中 内 外 后 前 内 時 时 以来 以后 以前 个 個 位 名 年 月 日 号 先生 女士 来说 來說 而言',
    opening:
      '但 但是 可是 不过 然而 因为 所以 因此 如果 虽然 尽管 而且 并且 而 或 或者 还是 以及 为了 当 直到 除非 无论 不过 因為 雖然 儘管 並且 還是 為了 當 無論 不過',
  },
  ja: {
    leaning: 'この その あの どの こんな そんな あんな どんな お ご 第 約 全 各 毎 とても もっと 最も',
    trailing:
      'は が を に へ で と も の や か ね よ な わ ぞ さ し て た だ から まで より など ら ば ので のに けど けれど けれども ながら たり だけ しか ばかり ほど くらい ぐらい こそ さえ でも とか って という です ます でした ました ません でしょう ない なかった られ れ せ させ たい いる いた います いました ある あった あります さん 様 氏 君 ちゃん 先生 たち 達 的 者 人 年 月 日 時 分 歳 回 つ 個 名',
    opening:
      'しかし でも だから そして また それで それに つまり たとえば 例えば もし なぜなら ところが ただし',
  },
  th: {
    leaning:
      'ใน ของ จาก กับ โดย ต่อ แก่ แด่ ที่ บน ใต้ ระหว่าง สำหรับ ตาม ถึง ไม่ จะ ได้ กำลัง ต้อง ควร อาจ เคย คือ เป็น การ ความ ผม ฉัน ดิฉัน เรา คุณ เขา พวก ทุก บาง หลาย อย่าง',
    trailing: 'ครับ ค่ะ คะ นะ ด้วย แล้ว อยู่ เลย ไหม นี้ นั้น เหล่านี้ ๆ ฯ',
    opening: 'และ หรือ แต่ ซึ่ง อัน เพราะ ถ้า หาก เมื่อ ว่า เพื่อ จน แม้ ดังนั้น เพราะฉะนั้น',
  },
  ar: {
    leaning:
      'في من إلى على عن مع بين تحت فوق أمام خلف بعد قبل حول عند لدى منذ خلال ضد نحو دون بدون كل بعض أي هذا هذه هؤلاء ذلك تلك لا لم لن ما ليس ليست قد سوف إن أن كان كانت يا غير أنا نحن هو هي هم أنت',
    trailing: 'أيضا أيضًا فقط',
    opening:
      'و أو ثم بل لكن ولكن لأن لأنه حتى إذا لو عندما حيث بينما كما الذي التي الذين اللواتي اللاتي اللذان وأن فإن لكي كي إلا وإن وهو وهي وهم ونحن',
  },
};

/** How a word leans, in one language. */
export interface Leaning {
  readonly leaning: ReadonlySet<string>;
  readonly trailing: ReadonlySet<string>;
  readonly opening: ReadonlySet<string>;
}

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(' ').filter((word) => word !== ''));
const compiled = new Map<string, Leaning>(
  Object.entries(TABLES).map(([language, table]) => [
    language,
    { leaning: setOf(table.leaning), trailing: setOf(table.trailing), opening: setOf(table.opening) },
  ]),
);
const NONE: Leaning = { leaning: new Set(), trailing: new Set(), opening: new Set() };

/** The function words of a primary language (`ru`); empty for a language without a table. */
export function functionWords(language: string): Leaning {
  return compiled.get(language) ?? NONE;
}
