import { baseFamily } from '../../../shared/formats/ass/text-fonts';
import { fontFamilies } from '../../../shared/style/fonts';
import { runCommand } from '../../app/commands';
import { useMessages } from '../../app/messages';
import { useCampaignFonts } from '../../state/campaign-fonts';
import { useFindings } from '../../state/findings';
import { Button } from '../../ui/button';
import { CheckInput, SelectInput } from '../../ui/field';
import { changeStyle, previewStyle } from './actions';
import { StyleColour, StyleSlider } from './controls';
import { useFontNames } from './fonts';
import { Part, type PartProps } from './part';
import { WeightInput } from './weight-input';

/** What a font asks for itself is about this, em; shown while the style leaves it to the font. */
const USUAL_SPACING_EM = 1.2;

/** Font, size, weight, colour, outline, shadow, line spacing. */
export function LetterFields({ style, track, isDisabled }: PartProps) {
  const t = useMessages();
  const own = useCampaignFonts((state) => state.families);
  const [general] = fontFamilies;
  const families = useFontNames();
  const isMissing = !families.includes(style.fontFamily);
  return (
    <Part title={t('styles.letters')}>
      <SelectInput
        label={t('styles.font')}
        value={style.fontFamily}
        options={families.map((family) => ({
          value: family,
          label: family === general.family ? t('styles.fontFor', { family }) : family,
          isDisabled,
        }))}
        onChange={(fontFamily) => changeStyle({ fontFamily })}
        {...(isMissing ? { help: t('styles.fontMissing', { family: style.fontFamily }) } : {})}
      />
      <Button size="small" isDisabled={isDisabled} onPress={() => runCommand('style.addFont')}>
        {t('styles.addFont')}
      </Button>
      <MissingLetters />
      <StyleSlider
        label={t('styles.size')}
        value={style.fontSizePct}
        {...{ min: 1, max: 15, step: 0.1, isDisabled }}
        onPreview={(fontSizePct) => previewStyle({ fontSizePct })}
      />
      <WeightInput
        family={baseFamily(track.language, style, own)}
        drawn={style}
        isDisabled={isDisabled}
        onChange={changeStyle}
      />
      <StyleColour
        label={t('styles.colour')}
        value={style.colour}
        isDisabled={isDisabled}
        onPreview={(colour) => previewStyle({ colour })}
      />
      <StyleSlider
        label={t('styles.outline')}
        value={style.outlinePct}
        {...{ min: 0, max: 2, step: 0.02, isDisabled: isDisabled || style.box }}
        onPreview={(outlinePct) => previewStyle({ outlinePct })}
      />
      <StyleColour
        label={t('styles.outlineColour')}
        value={style.outlineColour}
        isDisabled={isDisabled || style.box}
        onPreview={(outlineColour) => previewStyle({ outlineColour })}
      />
      <StyleSlider
        label={t('styles.shadow')}
        value={style.shadowPct}
        {...{ min: 0, max: 2, step: 0.02, isDisabled: isDisabled || style.box }}
        onPreview={(shadowPct) => previewStyle({ shadowPct })}
      />
      <CheckInput
        label={t('styles.spacingOfFont')}
        value={style.lineSpacingEm === undefined}
        isDisabled={isDisabled}
        onChange={(isFonts) => changeStyle({ lineSpacingEm: isFonts ? undefined : USUAL_SPACING_EM })}
      />
      <StyleSlider
        label={t('styles.spacing')}
        value={style.lineSpacingEm ?? USUAL_SPACING_EM}
        {...{ min: 0.8, max: 3, step: 0.05, isDisabled: isDisabled || style.lineSpacingEm === undefined }}
        onPreview={(lineSpacingEm) => previewStyle({ lineSpacingEm })}
      />
    </Part>
  );
}

/** Says that some subtitles hold letters that no font here draws. */
function MissingLetters() {
  const t = useMessages();
  const count = useFindings(({ all }) => all.filter(({ rule }) => rule === 'missing-letters').length);
  if (count === 0) return null;
  return (
    <p className="styles__warning" role="status">
      {t('styles.missingLetters', { count })}
    </p>
  );
}

const PERCENT = 100;
/** As the drawing has it where a style does not say. */
const USUAL_PADDING_EM = 0.14;

/** The box behind the text. */
export function BoxFields({ style, isDisabled }: PartProps) {
  const t = useMessages();
  return (
    <Part title={t('styles.box')}>
      <CheckInput
        label={t('styles.box')}
        value={style.box}
        isDisabled={isDisabled}
        onChange={(box) => changeStyle({ box })}
      />
      {style.box && (
        <>
          <StyleColour
            label={t('styles.boxColour')}
            value={style.boxColour}
            isDisabled={isDisabled}
            onPreview={(boxColour) => previewStyle({ boxColour })}
          />
          <StyleSlider
            label={t('styles.boxOpacity')}
            value={Math.round(style.boxOpacity * PERCENT)}
            {...{ min: 0, max: PERCENT, step: 1, isDisabled }}
            onPreview={(percent) => previewStyle({ boxOpacity: percent / PERCENT })}
          />
          <StyleSlider
            label={t('styles.boxPadding')}
            value={style.boxPaddingEm ?? USUAL_PADDING_EM}
            {...{ min: 0, max: 1, step: 0.02, isDisabled }}
            onPreview={(boxPaddingEm) => previewStyle({ boxPaddingEm })}
          />
        </>
      )}
    </Part>
  );
}
