import type { StyleOverride } from '../../../shared/domain/track';
import { baseFamily } from '../../../shared/formats/ass/text-fonts';
import { withOverride } from '../../../shared/style/change';
import { overrideFor, styleFor } from '../../../shared/style/resolve';
import { languageName } from '../../../shared/text/names';
import { useMessages } from '../../app/messages';
import { useCampaignFonts } from '../../state/campaign-fonts';
import { CheckInput, SelectInput } from '../../ui/field';
import { changeStyle, previewStyle } from './actions';
import { StyleSlider } from './controls';
import { useFontNames } from './fonts';
import { Part, type PartProps } from './part';
import { WeightInput } from './weight-input';

/** What the style does otherwise for the shown language, such as an Arabic font at the size that looks equal. */
export function OverrideFields({ style, track, isDisabled }: PartProps) {
  const t = useMessages();
  const { language } = track;
  const families = useFontNames();
  const own = useCampaignFonts((state) => state.families);
  const override = overrideFor(style, language);
  const changed = (change: StyleOverride) => withOverride(style, language, { ...override, ...change });
  return (
    <Part title={t('styles.override', { language: languageName(language) })}>
      <CheckInput
        label={t('styles.overrideOn')}
        value={override !== null}
        isDisabled={isDisabled}
        onChange={(isOn) => changeStyle(withOverride(style, language, isOn ? { sizeFactor: 1 } : null))}
      />
      {override && (
        <>
          <SelectInput
            label={t('styles.font')}
            value={override.fontFamily ?? style.fontFamily}
            options={families.map((family) => ({ value: family, label: family, isDisabled }))}
            onChange={(fontFamily) => changeStyle(changed({ fontFamily }))}
          />
          <StyleSlider
            label={t('styles.sizeFactor')}
            value={override.sizeFactor ?? 1}
            {...{ min: 0.5, max: 2, step: 0.01, isDisabled }}
            onPreview={(sizeFactor) => previewStyle(changed({ sizeFactor }))}
          />
          <WeightInput
            family={baseFamily(language, styleFor(style, language), own)}
            drawn={styleFor(style, language)}
            isDisabled={isDisabled}
            onChange={(weight) => changeStyle(changed(weight))}
          />
        </>
      )}
    </Part>
  );
}
