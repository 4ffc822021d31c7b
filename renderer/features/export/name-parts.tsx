import type { NameFinding } from '../../../shared/domain/export';
import { useMessages } from '../../app/messages';
import { Banner } from '../../ui/banner';
import { CheckInput } from '../../ui/field';
import { seeParts, useExport } from './state';
import type { PlanCheck } from './use-plan-check';

/** Places shown of many. */
const SHOWN = 12;

/** What tells one place from another. */
function keyOf({ place, found, name }: NameFinding): string {
  return [place, found, name].join('\n');
}

/** First and family names of listed people that stand alone in a plan's files, each place once. */
export function partsIn({ files }: Pick<PlanCheck, 'files'>): NameFinding[] {
  return [...new Map(files.flatMap(({ parts }) => parts.map((part) => [keyOf(part), part]))).values()];
}

/** Whether somebody has said of all of them that they have looked; a place that is new has to be looked at anew. */
export function haveSeenParts(check: Pick<PlanCheck, 'files'>, seen: ReadonlySet<string>): boolean {
  return partsIn(check).every((part) => seen.has(keyOf(part)));
}

/** The places, and the word that they were looked at. They stop nothing by themselves: common first names would stop everything. */
export function NameParts({ check }: { readonly check: PlanCheck }) {
  const t = useMessages();
  const seen = useExport((state) => state.seenParts);
  const parts = partsIn(check);
  if (parts.length === 0) return null;
  return (
    <>
      <Banner tone="warning">{t('export.partsFound', { count: parts.length })}</Banner>
      <ul className="export__issues">
        {parts.slice(0, SHOWN).map((part) => (
          <li key={keyOf(part)}>
            <bdi>{t('export.partAt', { place: part.place, found: part.found, name: part.name })}</bdi>
          </li>
        ))}
        {parts.length > SHOWN && <li>{t('export.more', { count: parts.length - SHOWN })}</li>}
      </ul>
      <CheckInput
        label={t('export.partsSeen')}
        value={haveSeenParts(check, seen)}
        onChange={(isSeen) => seeParts(isSeen ? parts.map(keyOf) : [])}
      />
    </>
  );
}
