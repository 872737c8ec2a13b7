/// <reference types="vite/client" />
declare module "@tabler/icons-react/dist/esm/icons/index.mjs" {
  // The bundler's short way to the icons; types come from the package's main entry.
  export * from "@tabler/icons-react";
}
