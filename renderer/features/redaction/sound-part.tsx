import { Trash2 } from 'lucide-react';
import { SoundTreatment, type Redaction } from '../../../shared/domain/redaction';
import type { Speaker } from '../../../shared/domain/transcript';
import { redactionsOf, redactVoice, removeRedactions, setTreatment } from '../../../shared/edits/redaction';
import { voiceSpans } from '../../../shared/redaction/sound';
import { useMessages } from '../../app/messages';
import { newId } from '../../platform/new-id';
import { run, useDocument } from '../../state/document';
import { seek, usePlayback } from '../../state/playback';
import { formatClock, formatTimecode } from '../../state/timecode';
import { Button } from '../../ui/button';
import { redactHere } from './actions';
import { SpanFields } from './time-field';

const ICON = 14;
const HEARD = 'heard';

/** What of the sound is taken out or disguised: stretches, and voices wherever they are heard. */
export function SoundPart({ isDisabled }: { readonly isDisabled: boolean }) {
  const t = useMessages();
  const project = useDocument((state) => state.project);
  const redactions = redactionsOf(project);
  const isDisguised = redactions.some((one) => one.kind !== 'cover' && one.treatment === 'disguise');
  const stretches = redactions.filter((one) => one.kind === 'sound');
  return (
    <section className="redaction__part" aria-labelledby="redaction-sound">
      <div className="redaction__heading">
        <h3 id="redaction-sound">{t('redaction.sound')}</h3>
        <div className="redaction__buttons">
          {SoundTreatment.options.map((treatment) => (
            <Button
              key={treatment}
              size="small"
              isDisabled={isDisabled}
              onPress={() => redactHere(treatment)}
            >
              {t('redaction.treat', { treatment })}
            </Button>
          ))}
        </div>
      </div>
      <p className="redaction__lead">{t('redaction.soundHelp')}</p>
      {isDisguised && (
        <p className="redaction__warning" role="note">
          {t('redaction.disguiseWarning')}
        </p>
      )}
      {stretches.length > 0 && (
        <ol className="redaction__list">
          {stretches.map((one, n) => (
            <Stretch key={one.id} stretch={one} number={n + 1} isDisabled={isDisabled} />
          ))}
        </ol>
      )}
      {project.speakers.length > 0 && (
        <div className="redaction__voices">
          {project.speakers.map((speaker) => (
            <Voice key={speaker.id} speaker={speaker} isDisabled={isDisabled} />
          ))}
        </div>
      )}
    </section>
  );
}

function Stretch({
  stretch,
  number,
  isDisabled,
}: {
  readonly stretch: Extract<Redaction, { kind: 'sound' }>;
  readonly number: number;
  readonly isDisabled: boolean;
}) {
  const t = useMessages();
  const { id, startMs, endMs, treatment } = stretch;
  return (
    <li className="redaction__item">
      <div className="redaction__row">
        <button type="button" className="redaction__choose" onClick={() => seek(startMs, 'after')}>
          <span>{t('redaction.stretchNumber', { number })}</span>
          <span className="redaction__times numbers">
            {t('redaction.span', { start: formatTimecode(startMs), end: formatTimecode(endMs) })}
          </span>
        </button>
        <Button
          variant="quiet"
          size="small"
          aria-label={t('redaction.removeStretch', { number })}
          isDisabled={isDisabled}
          onPress={() => run(removeRedactions, { ids: [id] })}
        >
          <Trash2 size={ICON} aria-hidden />
        </Button>
      </div>
      <div className="redaction__fields">
        <SpanFields {...{ id, startMs, endMs, isDisabled }} />
        <label className="redaction__field redaction__wide">
          <span className="field__label">{t('redaction.heardAs')}</span>
          <select
            className="field__control"
            disabled={isDisabled}
            value={treatment}
            onChange={(event) =>
              run(setTreatment, { id, treatment: SoundTreatment.parse(event.currentTarget.value) })
            }
          >
            {SoundTreatment.options.map((one) => (
              <option key={one} value={one}>
                {t('redaction.treatment', { treatment: one })}
              </option>
            ))}
          </select>
        </label>
      </div>
    </li>
  );
}

/** What becomes of a speaker's voice, and how much of the film that is. */
function Voice({ speaker, isDisabled }: { readonly speaker: Speaker; readonly isDisabled: boolean }) {
  const t = useMessages();
  const project = useDocument((state) => state.project);
  const durationMs = usePlayback((state) => state.durationMs);
  const known = redactionsOf(project).find((one) => one.kind === 'voice' && one.speakerId === speaker.id);
  const spans = known ? voiceSpans(project, speaker.id) : [];
  const end = durationMs > 0 ? durationMs : Infinity;
  const heardMs = spans.reduce(
    (sum, { startMs, endMs }) => sum + Math.max(0, Math.min(endMs, end) - startMs),
    0,
  );
  return (
    <label className="redaction__field">
      <span className="field__label" dir="auto">
        {t('redaction.voiceOf', { name: speaker.name })}
      </span>
      <select
        className="field__control"
        disabled={isDisabled}
        value={known?.kind === 'voice' ? known.treatment : HEARD}
        onChange={(event) => {
          const treatment = SoundTreatment.safeParse(event.currentTarget.value);
          if (treatment.success)
            run(redactVoice, { newId, treatment: treatment.data, speakerId: speaker.id });
          else if (known) run(removeRedactions, { ids: [known.id] });
        }}
      >
        <option value={HEARD}>{t('redaction.heard')}</option>
        {SoundTreatment.options.map((one) => (
          <option key={one} value={one}>
            {t('redaction.treatment', { treatment: one })}
          </option>
        ))}
      </select>
      {known && (
        <span className={spans.length === 0 ? 'redaction__warning' : 'field__help'}>
          {spans.length === 0
            ? t('redaction.voiceNowhere')
            : t('redaction.voiceSpans', { count: spans.length, time: formatClock(heardMs) })}
        </span>
      )}
    </label>
  );
}
