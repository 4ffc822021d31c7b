import { useState } from 'react';
import { stylePresets } from '../../../shared/style/presets';
import { runCommand } from '../../app/commands';
import { useMessages } from '../../app/messages';
import { useDocument } from '../../state/document';
import { Button } from '../../ui/button';
import { SelectInput, TextInput } from '../../ui/field';
import { trackTitle } from '../../ui/languages';
import { changeStyle, chooseStyle } from './actions';
import type { PartProps } from './part';

const NONE = 'none';

/** Which style the language has, its name, and presets to start from. */
export function StyleChoice({ style, track, isDisabled }: PartProps) {
  const t = useMessages();
  const styles = useDocument((state) => state.project.styles);
  const others = useDocument(
    ({ project }) =>
      project.tracks.filter(({ id, styleId }) => id !== track.id && styleId === style.id).length,
  );
  const name = useDocument(({ project }) => trackTitle(track, project.tracks));
  const presets = stylePresets.map(({ id }) => ({ value: id, label: t(`style.preset.${id}`) }));
  return (
    <section className="styles__part" aria-label={t('styles.title')}>
      <div className="styles__fields">
        <SelectInput
          label={t('styles.which', { language: name })}
          value={style.id}
          options={styles.map(({ id, name }) => ({ value: id, label: name, isDisabled }))}
          onChange={chooseStyle}
          {...(others > 0 ? { help: t('styles.shared', { count: others }) } : {})}
        />
        <SelectInput
          label={t('styles.preset')}
          value={NONE}
          options={[
            { value: NONE, label: t('styles.presetNone') },
            ...presets.map((preset) => ({ ...preset, isDisabled })),
          ]}
          onChange={(id) => runCommand(`style.preset.${id}`)}
        />
        <StyleName key={style.id} name={style.name} isDisabled={isDisabled} />
        <div className="styles__buttons">
          <Button size="small" isDisabled={isDisabled} onPress={() => runCommand('style.new')}>
            {t('styles.new')}
          </Button>
          <Button
            size="small"
            variant="quiet"
            isDisabled={isDisabled || styles.length < 2}
            onPress={() => runCommand('style.remove')}
          >
            {t('styles.remove')}
          </Button>
        </div>
      </div>
    </section>
  );
}

const LONGEST = 200;

/** One step when the person leaves the field or presses Enter. */
function StyleName({ name, isDisabled }: { readonly name: string; readonly isDisabled: boolean }) {
  const t = useMessages();
  const [typed, setTyped] = useState<string | null>(null);
  const keep = () => {
    const next = typed?.trim().slice(0, LONGEST) ?? '';
    if (next !== '' && next !== name) changeStyle({ name: next });
    setTyped(null);
  };
  return (
    <div onBlur={keep}>
      <TextInput
        label={t('styles.name')}
        value={typed ?? name}
        isDisabled={isDisabled}
        onChange={setTyped}
        onSubmit={keep}
      />
    </div>
  );
}
