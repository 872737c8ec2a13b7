import { type CSSVariablesResolver, createTheme, type MantineColorsTuple, Modal } from "@mantine/core";

const desk: MantineColorsTuple = [
  "#eaf3fa",
  "#d5e6f3",
  "#a9cce6",
  "#7cb1d9",
  "#5699cc",
  "#3d86bd",
  "#2d74a8",
  "#1f5f8b",
  "#184b6f",
  "#113853",
];

const dark: MantineColorsTuple = [
  "#e6eaef",
  "#c0c9d3",
  "#a9b4c0",
  "#7d8995",
  "#4d5965",
  "#36404b",
  "#242c35",
  "#1b2128",
  "#14181d",
  "#0f1216",
];

export const theme = createTheme({
  primaryColor: "desk",
  primaryShade: { light: 7, dark: 6 },
  autoContrast: true,
  colors: { desk, dark },
  fontFamily: "'Source Sans 3 Variable', system-ui, 'DejaVu Sans', sans-serif",
  fontFamilyMonospace: "'DejaVu Sans Mono', ui-monospace, monospace",
  fontSizes: { xs: "0.8125rem", sm: "0.9375rem", md: "1rem", lg: "1.125rem", xl: "1.375rem" },
  headings: {
    fontWeight: "650",
    sizes: {
      h1: { fontSize: "1.5rem", lineHeight: "1.25" },
      h2: { fontSize: "1.125rem", lineHeight: "1.3" },
      h3: { fontSize: "1rem", lineHeight: "1.35" },
    },
  },
  defaultRadius: "sm",
  cursorType: "pointer",
  respectReducedMotion: true,
  components: { Modal: Modal.extend({ styles: { title: { fontWeight: 650, fontSize: "1.125rem" } } }) },
});

/** Mantine's muted, placeholder and error shades miss AA on our surfaces; these keep 4.5:1 in both schemes. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    "--mantine-color-dimmed": "#4d5a68",
    "--mantine-color-placeholder": "#5f6b78",
    "--mantine-color-error": "#b3261e",
    "--mantine-color-text": "#1c2733",
    "--mantine-color-anchor": "#1f5f8b",
  },
  dark: {
    "--mantine-color-dimmed": "#a9b4c0",
    "--mantine-color-placeholder": "#a9b4c0",
    "--mantine-color-error": "#ff9d94",
    "--mantine-color-text": "#e6eaef",
    "--mantine-color-anchor": "#7cb8e4",
  },
});
