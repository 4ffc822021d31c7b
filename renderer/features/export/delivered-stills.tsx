import { useEffect, useEffectEvent, useState } from 'react';
import { errorData } from '../../../shared/api/errors';
import type { Output } from '../../../shared/api/contract';
import type { Id } from '../../../shared/domain/common';
import type { ExportPlan } from '../../../shared/domain/export';
import type { VideoOutput } from '../../../shared/domain/video-output';
import { presetById, zonesOf } from '../../../shared/video/presets';
import { useMessages } from '../../app/messages';
import { getClient } from '../../platform/client';
import { flushDocument, useDocument } from '../../state/document';
import { usePlayback } from '../../state/playback';
import { cuesOfTrack } from '../../state/selectors';
import { useSession } from '../../state/session';
import { Button } from '../../ui/button';
import { CoveredZones } from '../../ui/covered-zones';
import { SelectInput } from '../../ui/field';
import { languageName } from '../../ui/languages';
import { keyOf, shownMoments, stillsOf, type AskedStill } from './stills';

type Still = Output<'export.still'>;

/** Each video of a plan with subtitles in the picture, as it will be: shape, line breaks, logo, and what platforms cover. */
export function DeliveredStills({ plan }: { readonly plan: ExportPlan | null }) {
  const t = useMessages();
  const project = useDocument((state) => state.project);
  const active = useSession((state) => state.activeTrackId);
  const [chosen, setChosen] = useState<Id | null>(null);
  const [step, setStep] = useState(0);
  const tracks = project.tracks.filter(({ id }) => plan?.tracks.includes(id));
  const track = tracks.find(({ id }) => id === chosen) ?? tracks.find(({ id }) => id === active) ?? tracks[0];
  const moments = shownMoments(
    track ? cuesOfTrack(project, track.id) : [],
    usePlayback.getState().playheadMs,
    plan?.span,
  );
  const at = Math.min(moments.cues.length - 1, Math.max(0, moments.at + step));
  const cue = moments.cues[at];
  const asked = plan && track && cue ? stillsOf(plan, track.id, cue) : [];
  const stills = useStills(asked);
  if (!track || asked.length === 0) return null;
  return (
    <section className="stills" aria-label={t('export.stills')}>
      <div className="stills__head">
        <h3 className="export__heading">{t('export.stills')}</h3>
        <Button size="small" isDisabled={at <= 0} onPress={() => setStep(step - 1)}>
          {t('export.stills.before')}
        </Button>
        <Button size="small" isDisabled={at >= moments.cues.length - 1} onPress={() => setStep(step + 1)}>
          {t('export.stills.after')}
        </Button>
        {tracks.length > 1 && (
          <SelectInput
            label={t('export.stills.language')}
            value={track.id}
            options={tracks.map(({ id, language }) => ({ value: id, label: languageName(language) }))}
            onChange={setChosen}
          />
        )}
      </div>
      <ul className="stills__list">
        {asked.map((one, n) => (
          <StillPicture
            key={`${one.output.preset ?? n}-${String(one.card)}`}
            output={one.output}
            isCard={one.card}
            still={stills[n] ?? null}
          />
        ))}
      </ul>
    </section>
  );
}

interface StillPictureProps {
  readonly output: VideoOutput;
  readonly isCard: boolean;
  readonly still: Still | string | null;
}

function StillPicture({ output, isCard, still }: StillPictureProps) {
  const t = useMessages();
  const place = (output.preset !== null && presetById(output.preset)?.name) || t('export.stills.own');
  const name = isCard ? t('export.stills.card', { name: place }) : place;
  if (still === null || typeof still === 'string')
    return (
      <li className="stills__one">
        <span className="stills__none" role={still === null ? 'status' : 'alert'}>
          {still ?? t('export.stills.drawing')}
        </span>
        <span className="stills__name">{name}</span>
      </li>
    );
  const { base64, width, height } = still;
  return (
    <li className="stills__one">
      <span className="stills__picture" style={{ aspectRatio: `${width} / ${height}` }}>
        <img
          className="stills__image"
          src={`data:image/jpeg;base64,${base64}`}
          alt={isCard ? name : t('export.stills.picture', { name })}
        />
        {!isCard && <CoveredZones {...zonesOf(output.preset)} />}
      </span>
      <span className="stills__name">
        {t('export.stills.caption', { name, width: String(width), height: String(height) })}
      </span>
    </li>
  );
}

interface MadeStills {
  /** The project they show. */
  readonly of: object;
  readonly made: ReadonlyMap<string, Still | string>;
}

const NO_STILLS: MadeStills['made'] = new Map();

/** Pictures (or why there is none) for what is asked, one after the other, since each takes a processor; null until it is there. */
function useStills(asked: readonly AskedStill[]): (Still | string | null)[] {
  const session = useDocument((state) => state.session);
  const project = useDocument((state) => state.project);
  const [{ of, made }, setMade] = useState<MadeStills>({ of: project, made: new Map() });
  const known = of === project ? made : NO_STILLS;
  const keys = asked.map(keyOf);
  const left = asked.filter((_, n) => !known.has(keys[n] ?? ''));
  const next = left[0] ? keyOf(left[0]) : null;
  const firstLeft = useEffectEvent(() => left[0]);
  useEffect(() => {
    let isCurrent = true;
    const one = firstLeft();
    const draw = async () => {
      if (!one || session === null) return;
      await flushDocument();
      // Somebody stepped on while the steps were on their way; the service gives up what it draws when the next is asked for.
      if (!isCurrent) return;
      const still = await getClient()
        .call('export.still', { session, ...one })
        .catch((error: unknown) => errorData(error).message);
      if (isCurrent)
        setMade((before) => ({
          of: project,
          made: new Map(before.of === project ? before.made : NO_STILLS).set(keyOf(one), still),
        }));
    };
    void draw();
    return () => {
      isCurrent = false;
    };
    // `next` says what is drawn, by value: the objects are new ones at every rendering.
  }, [session, project, next]);
  return keys.map((key) => known.get(key) ?? null);
}
