import { escapeXml } from '../xml/escape';
import type { ZipParts } from '../zip/write';
import { stampOf, type TranscriptDocument, type TranscriptParagraph } from './document';

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const WORD_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

const CONTENT_TYPES = [
  `<Types xmlns="${PACKAGE}/content-types">`,
  `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>`,
  `<Override PartName="/word/document.xml" ContentType="${WORD_TYPE}.document.main+xml"/>`,
  `<Override PartName="/word/styles.xml" ContentType="${WORD_TYPE}.styles+xml"/>`,
  `</Types>`,
].join('');
const ROOT_RELATIONS = `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`;
const WORD_RELATIONS = `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`;

/**
 * The parts of a Word document (ECMA-376, WordprocessingML) with a transcript: one paragraph each, time in grey, speaker
 * in bold. No `docProps`: no author, title, company, dates or program.
 */
export function docxParts(document: TranscriptDocument): ZipParts {
  const body = document.paragraphs.map(paragraphXml).join('');
  const parts: Readonly<Record<string, string>> = {
    '[Content_Types].xml': XML + CONTENT_TYPES,
    '_rels/.rels': XML + ROOT_RELATIONS,
    'word/document.xml': `${XML}<w:document xmlns:w="${WORD}"><w:body>${body}<w:sectPr/></w:body></w:document>`,
    'word/_rels/document.xml.rels': XML + WORD_RELATIONS,
    'word/styles.xml': XML + styles(document.language),
  };
  const text = new TextEncoder();
  return Object.fromEntries(Object.entries(parts).map(([path, xml]) => [path, text.encode(xml)]));
}

function styles(language: string): string {
  const fonts = '<w:rFonts w:ascii="Noto Sans" w:hAnsi="Noto Sans" w:cs="Noto Sans"/>';
  const size = '<w:sz w:val="22"/><w:szCs w:val="22"/>';
  const tag = escapeXml(language);
  const defaults = `<w:rPrDefault><w:rPr>${fonts}${size}<w:lang w:val="${tag}" w:bidi="${tag}"/></w:rPr></w:rPrDefault>`;
  const spacing =
    '<w:pPrDefault><w:pPr><w:spacing w:after="160" w:line="276" w:lineRule="auto"/></w:pPr></w:pPrDefault>';
  return `<w:styles xmlns:w="${WORD}"><w:docDefaults>${defaults}${spacing}</w:docDefaults></w:styles>`;
}

function paragraphXml({ direction, language, startMs, speaker, text }: TranscriptParagraph): string {
  const rtl = direction === 'rtl';
  const tag = escapeXml(language);
  const run = (content: string, look = '') =>
    `<w:r><w:rPr>${look}${rtl ? '<w:rtl/>' : ''}<w:lang ${rtl ? 'w:bidi' : 'w:val'}="${tag}"/></w:rPr><w:t xml:space="preserve">${escapeXml(content)}</w:t></w:r>`;
  return [
    `<w:p>${rtl ? '<w:pPr><w:bidi/></w:pPr>' : ''}`,
    startMs === null ? '' : run(`[${stampOf(startMs)}] `, '<w:color w:val="666666"/>'),
    speaker === null ? '' : run(`${speaker}: `, '<w:b/><w:bCs/>'),
    run(text),
    '</w:p>',
  ].join('');
}
