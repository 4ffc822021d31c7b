import { memo, type MouseEvent } from 'react';
import { ArrowUpToLine, Bot, Check, CheckCheck, RefreshCw, TriangleAlert } from 'lucide-react';
import { balanceItalics } from '../../../shared/cues/italics';
import type { Finding, Profile } from '../../../shared/domain/profile';
import type { Cue, Track } from '../../../shared/domain/track';
import { formatMessage, isMessageKey } from '../../../shared/messages/index';
import type { HardBreaks } from '../../../shared/text/hard-breaks';
import { latinPieces } from '../../../shared/text/isolates';
import { isMachineDraft } from '../../../shared/translation/machine/requests';
import { formatMoment } from '../../app/format';
import { useMessages } from '../../app/messages';
import { formatSeconds, formatTimecode } from '../../state/timecode';
import type { CuePart } from './edit-store';
import { InlineReview } from '../review/index';
import { editCue } from './edit-store';
import { HardBreakMark } from './hard-break-mark';
import { isVeryLong, loadOf, misspeltIn, toneOf } from './model';
import { SourceCell } from './source-cell';
import { SpelledText } from '../../ui/spelled-text';
import { TextEditor } from './text-editor';
import { TimeEditor } from './time-editor';

export interface CueRowProps {
  readonly cue: Cue;
  /** The source cue it renders, the first of several; null for a source cue and one without. */
  readonly source: Cue | null;
  readonly moreSources: readonly Cue[];
  /** Which of how many translations of that source cue it is; `0:1` elsewhere. */
  readonly part: PartOf;
  readonly isSourceOpen: boolean;
  readonly sourceTrack: Track | null;
  /** 1-based place in the track. */
  readonly number: number;
  readonly track: Track;
  readonly profile: Profile;
  readonly findings: readonly Finding[] | null;
  readonly isSelected: boolean;
  readonly isCurrent: boolean;
  readonly editing: CuePart | null;
  readonly leave: () => void;
}

/** One of several translations of the same source cue. */
export interface PartOf {
  /** From 0. */
  readonly index: number;
  readonly count: number;
}

const ICON = 12;
const NO_FINDINGS: readonly Finding[] = [];
const NO_BREAKS: HardBreaks = [];
const SPEED_RULES = ['reading-speed'] as const;
const DURATION_RULES = ['no-duration', 'min-duration', 'max-duration'] as const;

/** One cue of the list. */
export const CueRow = memo(function CueRow(props: CueRowProps) {
  const { cue, number, track, profile, editing, leave } = props;
  const load = loadOf(cue, profile);
  const findings = props.findings ?? NO_FINDINGS;
  const edit = (part: CuePart) => (event: MouseEvent) => {
    event.stopPropagation();
    editCue(cue.id, part);
  };
  return (
    <>
      <span role="gridcell" className="cue__number numbers" aria-colindex={1}>
        {number}
      </span>
      <span role="gridcell" className="cue__times numbers" aria-colindex={2}>
        {editing === 'start' ? (
          <TimeEditor cue={cue} part="start" leave={leave} />
        ) : (
          <span onDoubleClick={edit('start')}>{formatTimecode(cue.startMs)}</span>
        )}
        {editing === 'end' ? (
          <TimeEditor cue={cue} part="end" leave={leave} />
        ) : (
          <span className="cue__end" onDoubleClick={edit('end')}>
            {formatTimecode(cue.endMs)}
          </span>
        )}
      </span>
      {track.kind === 'translation' && (
        <span role="gridcell" className="cue__source" aria-colindex={3}>
          <SourceCell {...props} />
        </span>
      )}
      <span
        role="gridcell"
        className="cue__text"
        aria-colindex={track.kind === 'translation' ? 4 : 3}
        onDoubleClick={editing === 'text' ? undefined : edit('text')}
      >
        {editing === 'text' ? (
          <TextEditor cue={cue} track={track} profile={profile} leave={leave} />
        ) : (
          <CueText
            text={cue.text}
            hardBreaks={cue.hardBreaks ?? NO_BREAKS}
            track={track}
            profile={profile}
            findings={findings}
          />
        )}
        <InlineReview cueId={cue.id} track={track} />
      </span>
      <span
        role="gridcell"
        className="cue__load numbers"
        aria-colindex={track.kind === 'translation' ? 5 : 4}
      >
        <span className={`load load--${toneOf(findings, SPEED_RULES)}`}>
          {load.speed === null ? '–' : load.speed.toFixed(1)}
        </span>
        <span className={`load load--${toneOf(findings, DURATION_RULES)}`}>
          {formatSeconds(load.durationMs)}
        </span>
      </span>
      <span role="gridcell" className="cue__margin" aria-colindex={track.kind === 'translation' ? 6 : 5}>
        <Marks {...props} />
      </span>
    </>
  );
});

interface CueTextProps extends Pick<CueRowProps, 'track' | 'profile'> {
  readonly text: string;
  readonly hardBreaks: HardBreaks;
  readonly findings: readonly Finding[];
}

/** The text as it is read. It does not see the times, so that moving thousands of cues lays out none of their texts anew. */
const CueText = memo(function CueText(props: CueTextProps) {
  const { text, hardBreaks, track, profile, findings } = props;
  const t = useMessages();
  const { lines } = loadOf({ text, startMs: 0, endMs: 0 }, profile);
  const wrong = misspeltIn(findings);
  if (text.trim() === '')
    return (
      <span className="cue__empty" dir={track.direction}>
        {t('cues.emptyText')}
      </span>
    );
  return (
    <span
      className={isVeryLong(text) ? 'cue__words cue__words--long' : 'cue__words'}
      lang={track.language}
      dir={track.direction}
    >
      {balanceItalics(text.split('\n')).map((line, n) => (
        <span key={n} className={lines[n]?.isOver ? 'cue__line cue__line--over' : 'cue__line'}>
          <StyledLine line={line} direction={track.direction} wrong={wrong} />
          {hardBreaks.includes(n) && <HardBreakMark />}
        </span>
      ))}
    </span>
  );
});

interface StyledLineProps {
  readonly line: string;
  readonly direction: Track['direction'];
  readonly wrong: ReadonlySet<string> | null;
}

/** Italics as italics, misspelt words marked. */
function StyledLine({ line, direction, wrong }: StyledLineProps) {
  const parts = line.split(/<i>(.*?)<\/i>/g);
  const plain = (part: string) => (direction === 'rtl' ? <Isolated text={part} /> : part);
  const shown = (part: string) => (
    <SpelledText text={part} wrong={wrong}>
      {plain}
    </SpelledText>
  );
  return parts.map((part, n) =>
    n % 2 === 1 ? <em key={n}>{shown(part)}</em> : <span key={n}>{shown(part)}</span>,
  );
}

/** Numbers and Latin names keep their own order inside a right-to-left line; the text itself stays as it is. */
function Isolated({ text }: { readonly text: string }) {
  return latinPieces(text).map((piece, n) =>
    piece.isLatin ? (
      <bdi key={n} dir="ltr">
        {piece.text}
      </bdi>
    ) : (
      piece.text
    ),
  );
}

function Marks({ cue, findings }: CueRowProps) {
  const t = useMessages();
  return (
    <>
      {cue.position === 'top' && (
        <span className="mark" title={t('cues.top')}>
          <ArrowUpToLine size={ICON} aria-label={t('cues.top')} role="img" />
        </span>
      )}
      <StatusMark cue={cue} />
      {isMachineDraft(cue) && <MachineMark by={cue.machine?.by ?? ''} />}
      {cue.stale && (
        <span className="mark mark--stale" title={t('cues.stale')}>
          <RefreshCw size={ICON} aria-label={t('cues.stale')} role="img" />
        </span>
      )}
      {findings !== null && <FindingMark findings={findings} />}
    </>
  );
}

/** What checks say, as long as they say the same. */
const FindingMark = memo(function FindingMark({ findings }: { readonly findings: readonly Finding[] }) {
  const words = findings.map(textOf).join('\n');
  if (words === '') return null;
  const isError = findings.some((finding) => finding.severity === 'error');
  return (
    <span className={isError ? 'mark mark--error' : 'mark mark--warning'} title={words}>
      <TriangleAlert size={ICON} aria-label={words} role="img" />
    </span>
  );
});

function MachineMark({ by }: { readonly by: string }) {
  const words = useMessages()('machine.mark', { by });
  return (
    <span className="mark mark--stale" title={words}>
      <Bot size={ICON} aria-label={words} role="img" />
    </span>
  );
}

/** That somebody looked at it and who, while that holds. */
function StatusMark({ cue: { status, signed } }: { readonly cue: Cue }) {
  const t = useMessages();
  if (status !== 'reviewed' && status !== 'approved') return null;
  const values = { status: t(`status.${status}`), by: signed?.by ?? '' };
  const words = signed ? t('review.signed', { ...values, when: formatMoment(signed.atMs) }) : values.status;
  const Icon = status === 'approved' ? CheckCheck : Check;
  return (
    <span className="mark mark--done" title={words}>
      <Icon size={ICON} aria-label={words} role="img" />
    </span>
  );
}

function textOf({ messageKey, values }: Finding): string {
  return isMessageKey(messageKey) ? formatMessage(messageKey, values) : messageKey;
}
