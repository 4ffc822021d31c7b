import { useMemo, useState } from 'react';
import { compareCues, compareTranscripts, countRows, type ComparedRow } from '../../../shared/review/compare';
import { readContent } from '../../../shared/review/versions';
import type { Project } from '../../../shared/domain/project';
import type { Cue, Track } from '../../../shared/domain/track';
import { useMessages } from '../../app/messages';
import { useDocument } from '../../state/document';
import { useSession } from '../../state/session';
import { formatTimecode } from '../../state/timecode';
import { ModalDialog } from '../../ui/dialog';
import { CheckInput, SelectInput } from '../../ui/field';
import { trackTitle } from '../../ui/languages';
import { DiffText } from './diff-text';
import { useReviewView } from './store';
import { versionName } from './versions-dialog';
import './review.css';

const NOW = 'now';
/** More rows nobody reads at once; the rest is counted. */
const MOST_ROWS = 400;
/** Stands for the transcript among the tracks; no track has such an id. */
const TRANSCRIPT = '*';

/** A track or the transcript in two versions, word by word. */
export function CompareDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useMessages();
  const project = useDocument((state) => state.project);
  const compared = useReviewView((state) => state.compared);
  const shown = useSession((state) => state.activeTrackId);
  const [before, setBefore] = useState(compared ?? project.versions.at(-1)?.id ?? NOW);
  const [after, setAfter] = useState(NOW);
  const [onlyChanged, setOnlyChanged] = useState(true);
  const left = useMemo(() => stateOf(project, before), [project, before]);
  const right = useMemo(() => stateOf(project, after), [project, after]);
  const tracks = new Map([...left.tracks, ...right.tracks].map((track) => [track.id, track]));
  const [chosen, setTrack] = useState(shown ?? '');
  const hasTranscript = left.paragraphs.length + right.paragraphs.length > 0;
  const isKnown = tracks.has(chosen) || (chosen === TRANSCRIPT && hasTranscript);
  const trackId = isKnown ? chosen : ([...tracks.keys()][0] ?? (hasTranscript ? TRANSCRIPT : ''));
  const rows = useRows(left, right, trackId);
  const listed = onlyChanged ? rows.filter(({ kind }) => kind !== 'same') : rows;
  const options = [
    { value: NOW, label: t('versions.now') },
    ...project.versions
      .toReversed()
      .map((version) => ({ value: version.id, label: versionName(t, version) })),
  ];
  return (
    <ModalDialog title={t('compare.title')} lead={t('compare.lead')} size="large" onClose={onClose}>
      <div className="compare__choice">
        <SelectInput label={t('compare.before')} value={before} options={options} onChange={setBefore} />
        <SelectInput label={t('compare.after')} value={after} options={options} onChange={setAfter} />
        <SelectInput
          label={t('compare.track')}
          value={trackId}
          options={[
            ...[...tracks.values()].map((track, _, all) => ({
              value: track.id,
              label: trackTitle(track, all),
            })),
            ...(hasTranscript ? [{ value: TRANSCRIPT, label: t('compare.transcript') }] : []),
          ]}
          onChange={setTrack}
        />
      </div>
      <CheckInput label={t('compare.onlyChanged')} value={onlyChanged} onChange={setOnlyChanged} />
      <p role="status" className="review__hint">
        {t('compare.count', countRows(rows))}
      </p>
      {listed.length > 0 && <Rows rows={listed} track={tracks.get(trackId) ?? null} />}
      {listed.length > MOST_ROWS && (
        <p className="review__hint">{t('compare.more', { count: listed.length - MOST_ROWS })}</p>
      )}
    </ModalDialog>
  );
}

type State = ReturnType<typeof stateOf>;

function useRows(left: State, right: State, trackId: string): readonly ComparedRow[] {
  return useMemo(
    () =>
      trackId === TRANSCRIPT
        ? compareTranscripts(left, right)
        : compareCues(ofTrack(left.cues, trackId), ofTrack(right.cues, trackId)),
    [left, right, trackId],
  );
}

/** The project as it is, or was in a version; nothing where that cannot be read. */
function stateOf(project: Project, id: string): Pick<Project, 'tracks' | 'cues' | 'paragraphs' | 'speakers'> {
  const version = project.versions.find((one) => one.id === id);
  if (!version) return project;
  try {
    return readContent(version.content);
  } catch {
    return { tracks: [], cues: [], paragraphs: [], speakers: [] };
  }
}

function ofTrack(cues: readonly Cue[], trackId: string): readonly Cue[] {
  return cues.filter((cue) => cue.trackId === trackId);
}

function Rows({ rows, track }: { readonly rows: readonly ComparedRow[]; readonly track: Track | null }) {
  const t = useMessages();
  return (
    <table className="compare">
      <thead>
        <tr>
          <th scope="col">{t('compare.place')}</th>
          <th scope="col">{t('compare.what')}</th>
          <th scope="col">{t('compare.text')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.slice(0, MOST_ROWS).map((row) => (
          <Row key={`${row.before?.number ?? ''}-${row.after?.number ?? ''}`} row={row} track={track} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ row, track }: { readonly row: ComparedRow; readonly track: Track | null }) {
  const t = useMessages();
  const side = row.after ?? row.before;
  const times = (one: ComparedRow['after']) =>
    one ? `${formatTimecode(one.cue.startMs)} – ${formatTimecode(one.cue.endMs)}` : '';
  return (
    <tr data-kind={row.kind}>
      <th scope="row" className="numbers">
        {side?.number}
      </th>
      <td>
        {t(`compare.kind.${row.kind}`)}
        {row.isRetimed && (
          <span className="compare__times numbers" dir="ltr">
            <del className="diff__removed">{times(row.before)}</del>
            <ins className="diff__added">{times(row.after)}</ins>
          </span>
        )}
      </td>
      <td>
        <DiffText
          before={row.before?.cue.text ?? ''}
          after={row.after?.cue.text ?? ''}
          language={track?.language}
          direction={track?.direction}
        />
      </td>
    </tr>
  );
}
