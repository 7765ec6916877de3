import { createTheme, defaultVariantColorsResolver, Input, localStorageColorSchemeManager, type MantineThemeOverride } from '@mantine/core';

/** The key `public/colour-scheme.js` reads before the first paint. */
export const colourSchemeManager = localStorageColorSchemeManager({ key: 'baton-colour-scheme' });

const BUTTON_HEIGHTS: Record<string, string> = { xs: '26px', sm: '32px', md: '36px', lg: '40px', xl: '48px' };
const BUTTON_PADDINGS: Record<string, string> = { xs: '10px', sm: '12px', md: '14px', lg: '16px', xl: '20px' };

const INPUT_HEIGHTS: Record<string, string> = { xs: '32px', sm: '36px', md: '40px', lg: '44px' };
const INPUT_TEXTS: Record<string, string> = { xs: '13px', sm: '14px', md: '14px', lg: '16px' };

/** Mantine on our tokens: colours are variables of tokens.css, so that both schemes come from one place. */
export const theme: MantineThemeOverride = createTheme({
  fontFamily: 'var(--font)',
  fontFamilyMonospace: 'var(--mono)',
  primaryColor: 'indigo',
  primaryShade: { light: 8, dark: 3 },
  defaultRadius: '6px',
  cursorType: 'pointer',
  respectReducedMotion: true,
  focusRing: 'auto',
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '18px' },
  lineHeights: { xs: '1.3333', sm: '1.3846', md: '1.4286', lg: '1.5', xl: '1.4444' },
  spacing: { xs: '4px', sm: '8px', md: '12px', lg: '16px', xl: '24px' },
  shadows: { xs: 'none', sm: 'none', md: 'var(--shadow)', lg: 'var(--shadow)', xl: 'var(--shadow)' },
  headings: { fontFamily: 'var(--font)', fontWeight: '600' },
  variantColorResolver(input) {
    const colours = defaultVariantColorsResolver(input);
    const isPrimary = !input.color || input.color === input.theme.primaryColor;
    if (isPrimary && input.variant === 'filled') {
      return { ...colours, background: 'var(--accent)', hover: 'var(--mantine-primary-color-filled-hover)', color: 'var(--on-accent)' };
    }
    if (isPrimary && input.variant === 'subtle')
      return { ...colours, background: 'transparent', hover: 'var(--hover)', color: 'var(--muted)', border: '1px solid transparent' };
    if (input.variant === 'filled' && input.color === 'attention') {
      return { ...colours, background: 'var(--attention)', hover: 'color-mix(in srgb, var(--attention) 88%, var(--text))', color: 'var(--surface)' };
    }
    return colours;
  },
  components: {
    Input: Input.extend({
      vars: (_, props) => ({
        wrapper: { '--input-height': INPUT_HEIGHTS[props.size ?? 'sm'] ?? INPUT_HEIGHTS.sm, '--input-fz': INPUT_TEXTS[props.size ?? 'sm'] ?? INPUT_TEXTS.sm },
      }),
    }),
    Button: {
      // Said, so that it stands in the markup for our style sheets.
      defaultProps: { variant: 'filled' },
      vars: (_: unknown, props: { size?: string | undefined }) => ({
        root: { '--button-height': BUTTON_HEIGHTS[props.size ?? 'sm'], '--button-padding-x': BUTTON_PADDINGS[props.size ?? 'sm'] },
      }),
    },
    ActionIcon: { defaultProps: { variant: 'subtle', size: 32 } },
    Modal: {
      defaultProps: {
        centered: true,
        padding: 20,
        closeButtonProps: { 'aria-label': 'Close' },
        overlayProps: { backgroundOpacity: 0.4 },
        transitionProps: { duration: 140 },
      },
    },
    Tooltip: { defaultProps: { openDelay: 400, transitionProps: { duration: 120 } } },
    Menu: { defaultProps: { position: 'bottom-end', withInitialFocusPlaceholder: false, transitionProps: { duration: 120 } } },
  },
});
