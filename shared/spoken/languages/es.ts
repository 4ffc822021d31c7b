import { setOf, tableOf, type Reader } from '../reader';

/** espeak-ng says Spanish ordinals, Roman numerals and decimals well. */
export const es: Reader = {
  abbreviations: tableOf(`
    p. ej = por ejemplo; p.ej = por ejemplo; ee. uu = Estados Unidos; ee.uu = Estados Unidos; eeuu = Estados Unidos
    etc = etcétera; dra = doctora; sra = señora; srta = señorita; sres = señores; ud = usted; uds = ustedes; vd = usted
    art = artículo; arts = artículos; núm = número; pág = página; págs = páginas; av = avenida; avda = avenida; c = calle
    prof = profesor; profa = profesora; lic = licenciado; ing = ingeniero; gral = general; sto = santo; sta = santa
    a. c = antes de Cristo; a.c = antes de Cristo; d. c = después de Cristo; d.c = después de Cristo; tel = teléfono
    aprox = aproximadamente; s = siglo; máx = máximo; mín = mínimo; vol = volumen; fdo = firmado; dña = doña; d = don`),
  spelled: setOf('ONG ONGS UE EPU ACNUDH OEA LGBTI LGBTIQ TPI CIDH DDHH ADN CEO IVA'),
  asWords: setOf('ONU OTAN SIDA ACNUR UNESCO UNICEF VIH OVNI IVA'),
  symbols: {
    and: 'y',
    at: 'arroba',
    dot: 'punto',
    number: 'número',
    hash: 'almohadilla',
    plus: 'más',
    to: 'a',
    hours: '',
  },
  ordinal: () => null,
  dayOfMonth: (day) => (day === 1 ? 'primero' : String(day)),
  decimalSign: ',',
  beforeRoman: setOf('siglo siglos capítulo artículo tomo parte título'),
  afterRoman: setOf(''),
};
