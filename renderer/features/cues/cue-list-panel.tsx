import { useVirtualizer } from '@tanstack/react-virtual';
import {
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type MouseEvent,
} from 'react';
import { runCommand } from '../../app/commands';
import { useMessages } from '../../app/messages';
import { profileById, profileFor } from '../../../shared/profiles/profiles';
import type { Project } from '../../../shared/domain/project';
import type { Cue, Track } from '../../../shared/domain/track';
import { sourceIdsOf, translationsBySource } from '../../../shared/translation/links';
import { useDocument } from '../../state/document';
import { useFindings } from '../../state/findings';
import { seek, usePlayback } from '../../state/playback';
import { cueById, cuesOfTrack, sourceTrack, timedWords, trackById } from '../../state/selectors';
import { selectCue, selectCues, selectCuesTo, toggleCue, useSession } from '../../state/session';
import { TapBar } from '../tap/index';
import { HelpPanel, StaleCard, TranslationBar, useSourceOpen } from '../translation/index';
import { Button } from '../../ui/button';
import { EmptyState } from '../../ui/empty-state';
import { useKeptRow } from '../../ui/kept-row';
import { goToCue } from './actions';
import { CueRow, type PartOf } from './cue-row';
import './cues.css';
import { useCueEdit } from './edit-store';
import { rowAfter } from './model';
import { useCurrentCue } from './use-current';
import { useAnchorInView, useMayFollow } from './use-follow';

/** Height of a row of two lines; rows are measured once shown. */
const ROW_PX = 58;
/** Rows a page key moves by. */
const PAGE = 10;

/** The cues of the track shown, as a list to read, time and type in. */
export function CueListPanel() {
  const project = useDocument((state) => state.project);
  const trackId = useSession((state) => state.activeTrackId);
  const track = trackById(project, trackId);
  const cues = cuesOfTrack(project, trackId);
  return (
    <div className="cues">
      <TapBar />
      {track?.kind === 'translation' && <TranslationBar track={track} />}
      {track && <StaleCard track={track} />}
      {track === null || cues.length === 0 ? <NoCues /> : <CueGrid cues={cues} track={track} />}
      {track?.kind === 'translation' && <HelpPanel track={track} />}
    </div>
  );
}

/** Teaches how subtitles come to be, by what there is so far. */
function NoCues() {
  const t = useMessages();
  const hasWords = useDocument((state) => state.project.paragraphs.length > 0);
  const hasTimes = useDocument((state) => timedWords(state.project).length > 0);
  if (hasTimes)
    return (
      <EmptyState
        title={t('cues.none')}
        actions={
          <Button variant="primary" onPress={() => runCommand('cues.generate')}>
            {t('cues.generate')}
          </Button>
        }
      >
        {t('cues.noneTimed')}
      </EmptyState>
    );
  return (
    <EmptyState
      title={t('cues.none')}
      actions={<Button onPress={() => runCommand('cue.insert')}>{t('cues.command.insert')}</Button>}
    >
      {hasWords ? t('cues.noneAligned') : t('cues.noneWords')}
    </EmptyState>
  );
}

interface GridProps {
  readonly cues: readonly Cue[];
  readonly track: Track;
}

function CueGrid({ cues, track }: GridProps) {
  const t = useMessages();
  const scroller = useRef<HTMLDivElement>(null);
  const grid = useRef<HTMLDivElement>(null);
  const project = useDocument((state) => state.project);
  const selected = useSession((state) => state.selectedCueIds);
  const anchor = useSession((state) => state.anchorCueId);
  const editing = useCueEdit();
  const current = useCurrentCue(cues);
  const findings = useFindings((state) => state.byCue);
  const source = track.kind === 'translation' ? sourceTrack(project) : null;
  const isSourceOpen = useSourceOpen();
  const parts = useMemo(() => translationsBySource(source ? cues : []), [source, cues]);
  const profile = profileById(track.profileId) ?? profileFor(track.language);
  const ids = useIds(cues);
  const rowOf = useMemo(() => new Map(ids.map((id, n) => [id, n])), [ids]);
  const keyOf = useCallback((n: number) => ids[n] ?? n, [ids]);
  const leave = useCallback(() => grid.current?.focus({ preventScroll: true }), []);
  const mayFollow = useMayFollow(scroller);
  useAnchorInView(scroller);

  // eslint-disable-next-line react-hooks/incompatible-library -- its functions stay inside this component
  const list = useVirtualizer({
    count: cues.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: 8,
    getItemKey: keyOf,
    rangeExtractor: useKeptRow(editing.cueId === null ? undefined : rowOf.get(editing.cueId)),
  });

  const anchorRow = anchor === null ? undefined : rowOf.get(anchor);
  const clicked = useRef<string | null>(null);
  useEffect(() => {
    // What was clicked stays under the pointer: the second click of two would meet something else.
    const isUnderPointer = clicked.current === anchor && editing.cueId === null;
    clicked.current = null;
    if (anchorRow !== undefined && !isUnderPointer) list.scrollToIndex(anchorRow, { align: 'auto' });
    // Only a change of selection or of the open cell may scroll, not a change of the list around it.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [anchor, editing.cueId]);

  const currentRow = current === null ? undefined : rowOf.get(current);
  useEffect(() => {
    if (currentRow !== undefined && usePlayback.getState().playing && mayFollow())
      list.scrollToIndex(currentRow, { align: 'auto' });
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [current]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== grid.current || event.ctrlKey || event.metaKey || event.altKey) return;
    const row = rowAfter(event.key, anchorRow ?? -1, cues.length, PAGE);
    const cue = row === null ? undefined : cues[row];
    if (!cue) return;
    event.preventDefault();
    if (!event.shiftKey) return goToCue(cue);
    extendSelection(cues, cue, event.key);
    list.scrollToIndex(row ?? 0, { align: 'auto' });
  };

  const onClick = (event: MouseEvent) => {
    const id = rowIdOf(event.target);
    const cue = cueById(project, id);
    if (!cue || isTyping(event.target)) return;
    if (cue.id !== anchor) clicked.current = cue.id;
    if (event.shiftKey)
      selectCuesTo(
        cue.id,
        cues.map(({ id: each }) => each),
      );
    else if (event.ctrlKey || event.metaKey) toggleCue(cue.id);
    else {
      selectCue(cue.id);
      seek(cue.startMs, 'after');
    }
  };

  return (
    <div className="cues__scroller" ref={scroller}>
      <div
        ref={grid}
        className={source ? 'cues__grid cues__grid--translation' : 'cues__grid'}
        role="grid"
        tabIndex={0}
        data-keys="app"
        data-work
        aria-label={t('cues.title')}
        aria-multiselectable
        aria-rowcount={cues.length + 1}
        aria-colcount={source ? 6 : 5}
        aria-activedescendant={anchor !== null && anchorRow !== undefined ? rowId(anchor) : undefined}
        onKeyDown={onKeyDown}
        onClick={onClick}
      >
        <Header isTranslation={source !== null} />
        <div role="rowgroup" className="cues__rows" style={{ blockSize: list.getTotalSize() }}>
          {list.getVirtualItems().map((item) => {
            const cue = cues[item.index];
            if (!cue) return null;
            const isSelected = selected.has(cue.id);
            return (
              <div
                key={item.key}
                id={rowId(cue.id)}
                ref={list.measureElement}
                data-index={item.index}
                data-cue={cue.id}
                data-anchor={cue.id === anchor || undefined}
                role="row"
                aria-rowindex={item.index + 2}
                aria-selected={isSelected}
                aria-current={cue.id === current ? 'time' : undefined}
                className="cue"
                style={{ transform: `translateY(${item.start}px)` }}
              >
                <CueRow
                  cue={cue}
                  source={source ? cueById(project, cue.sourceCueId) : null}
                  moreSources={moreSources(project, cue)}
                  part={partOf(cue, parts)}
                  isSourceOpen={isSourceOpen}
                  sourceTrack={source}
                  number={item.index + 1}
                  track={track}
                  profile={profile}
                  findings={findings.get(cue.id) ?? null}
                  isSelected={isSelected}
                  isCurrent={cue.id === current}
                  editing={editing.cueId === cue.id ? editing.part : null}
                  leave={leave}
                />
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}

const NO_CUES: readonly Cue[] = [];

/** The source cues of a translation beyond the first. */
function moreSources(project: Project, cue: Cue): readonly Cue[] {
  if (cue.moreSourceCueIds === undefined) return NO_CUES;
  return sourceIdsOf(cue)
    .slice(1)
    .flatMap((id) => cueById(project, id) ?? []);
}

const WHOLE: PartOf = { index: 0, count: 1 };
const PARTS = new Map<string, PartOf>();

/** Which of the translations of its source a cue is; the same object for the same numbers, so that rows are not drawn anew. */
function partOf(cue: Cue, parts: ReadonlyMap<string, readonly Cue[]>): PartOf {
  const all = cue.sourceCueId === null ? undefined : parts.get(cue.sourceCueId);
  if (!all || all.length < 2) return WHOLE;
  const part = { index: all.indexOf(cue), count: all.length };
  const key = `${part.index}/${part.count}`;
  const known = PARTS.get(key) ?? part;
  PARTS.set(key, known);
  return known;
}

/** The ids of the cues; the same array while they are the same, so that a typed letter does not lay out every row anew. */
function useIds(cues: readonly Cue[]): readonly string[] {
  const [last, setLast] = useState(() => ({ cues, ids: idsOf(cues) }));
  if (last.cues === cues) return last.ids;
  const isSame = last.cues.length === cues.length && cues.every((cue, n) => hasSameId(cue, last.cues[n]));
  const ids = isSame ? last.ids : idsOf(cues);
  setLast({ cues, ids });
  return ids;
}

const idsOf = (cues: readonly Cue[]) => cues.map(({ id }) => id);

/** Mostly it is the very same cue: ten thousand ids need not be read for each letter typed. */
const hasSameId = (cue: Cue, before: Cue | undefined) => cue === before || cue.id === before?.id;

function Header({ isTranslation }: { readonly isTranslation: boolean }) {
  const t = useMessages();
  return (
    <div role="rowgroup" className="cues__header">
      <div role="row" aria-rowindex={1} className="cue cue--header">
        <span role="columnheader" className="cue__number">
          {t('cues.number')}
        </span>
        <span role="columnheader" className="cue__times">
          {t('cues.times')}
        </span>
        {isTranslation && (
          <span role="columnheader" className="cue__source">
            {t('translation.source')}
          </span>
        )}
        <span role="columnheader" className="cue__text">
          {t(isTranslation ? 'translation.target' : 'cues.text')}
        </span>
        <span role="columnheader" className="cue__load" title={t('cues.speedHelp')}>
          {t('cues.speed')}
        </span>
        <span role="columnheader" className="cue__margin">
          <span className="visually-hidden">{t('cues.findings')}</span>
        </span>
      </div>
    </div>
  );
}

/** Shift and a move key: from the anchor to the far end of the selection, one further. */
function extendSelection(cues: readonly Cue[], target: Cue, key: string): void {
  const { selectedCueIds, anchorCueId } = useSession.getState();
  const at = cues.findIndex(({ id }) => id === anchorCueId);
  if (at < 0) return selectCue(target.id);
  const rows = cues.flatMap(({ id }, n) => (selectedCueIds.has(id) ? [n] : []));
  const far = (rows[0] ?? at) < at ? (rows[0] ?? at) : (rows.at(-1) ?? at);
  const to = rowAfter(key, far, cues.length, PAGE) ?? far;
  const range = cues.slice(Math.min(at, to), Math.max(at, to) + 1).map(({ id }) => id);
  // The first of `selectCues` becomes the anchor, so the anchor is put first.
  const anchor = cues[at];
  selectCues(anchor ? [anchor.id, ...range.filter((id) => id !== anchor.id)] : range);
}

function rowId(cueId: string): string {
  return `cue-${cueId}`;
}

function rowIdOf(target: EventTarget): string | null {
  return target instanceof Element ? (target.closest('[data-cue]')?.getAttribute('data-cue') ?? null) : null;
}

function isTyping(target: EventTarget): boolean {
  return target instanceof HTMLElement && target.matches('textarea, input');
}
