import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

export default defineConfig({
  plugins: [react()],
  base: "./",
  clearScreen: false,
  resolve: {
    alias: {
      "@": fileURLToPath(new URL("./src", import.meta.url)),
      // The icon package's main entry re-exports some 6,000 modules; its flat index keeps the dev server quick.
      "@tabler/icons-react": "@tabler/icons-react/dist/esm/icons/index.mjs",
    },
  },
  server: { port: 5173, strictPort: true },
  // WebKitGTK of the oldest supported desktop, not the newest browsers.
  build: { target: "safari16.4", outDir: "dist", emptyOutDir: true, chunkSizeWarningLimit: 1200 },
  test: {
    environment: "jsdom",
    setupFiles: ["./src/testing/setup.ts"],
    testTimeout: 60_000,
    css: false,
  },
});
