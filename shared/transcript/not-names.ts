const lists = (words: string): ReadonlySet<string> => new Set(words.split('|'));

/** What stands before a colon at the start of a paragraph without being a speaker. Lower case. */
export const NOT_SPEAKERS = lists(
  'note|notes|nb|n.b.|ps|p.s.|important|warning|attention|example|for example|remember|conclusion|summary|source|date|time|place|location|title|subject|topic|duration|length|recording|file|language|translation|transcript|participants|http|https|www|mailto' +
    '|примечание|внимание|важно|например|пример|вывод|итог|итак|кстати|источник|дата|время|место|тема|название|заголовок|продолжительность|язык|перевод|участники|ps' +
    '|ескерту|назар аударыңыз|маңызды|мысалы|мысал|қорытынды|дереккөз|күні|уақыты|орны|тақырып|тақырыбы|тілі|аударма|қатысушылар' +
    '|nota|importante|atención|ejemplo|por ejemplo|conclusión|resumen|fuente|fecha|hora|lugar|título|tema|duración|idioma|traducción|participantes' +
    '|remarque|exemple|par exemple|résumé|lieu|titre|sujet|thème|durée|langue|traduction' +
    '|ملاحظة|تنبيه|مهم|مثال|مثلا|الخلاصة|المصدر|التاريخ|الوقت|المكان|العنوان|الموضوع|المدة|اللغة|الترجمة|المشاركون',
);

/** What brackets hold when it is a sound or a remark and no name: compared by the first word, in lower case. */
export const SOUNDS = lists(
  'music|laughter|laughs|laughing|laugh|applause|cheering|inaudible|unintelligible|indistinct|crosstalk|silence|pause|noise|coughs|sighs|crying|cries|sobbing|foreign|blank_audio|sic|redacted|beep|end|start' +
    '|музыка|смех|смеётся|смеется|аплодисменты|неразборчиво|пауза|тишина|шум|плач|плачет|вздох|кашель|конец|начало' +
    '|күлкі|күледі|қол|түсініксіз|үзіліс|тыныштық|шу|жылайды|соңы|басы' +
    '|música|risas|risa|ríe|aplausos|ininteligible|pausa|silencio|ruido|llora|fin|inicio' +
    '|musique|rires|rire|rit|applaudissements|bruit|pleure|début' +
    '|موسيقى|ضحك|تصفيق|صمت|ضوضاء|بكاء|غير|نهاية|بداية',
);
