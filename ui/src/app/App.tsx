import { MantineProvider } from "@mantine/core";
import { DatesProvider } from "@mantine/dates";
import { Notifications } from "@mantine/notifications";
import { type QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import "dayjs/locale/pl";
import { i18n, showLanguage, useWords, WordsProvider } from "@/i18n/i18n";
import { on, onSignedOut } from "@/ipc/client";
import { newQueryClient, useAsk } from "@/ipc/queries";
import { cssVariables, theme } from "@/ui/theme";
import { newRouter } from "./router";

/** Keeps the words in the session's language, and the screens in step with what the register tells. */
function Listeners({ client, onNavigate }: { client: QueryClient; onNavigate: (to: string) => void }) {
  const lang = useAsk("session", null).data?.lang;
  useEffect(() => {
    if (lang !== undefined) showLanguage(lang);
  }, [lang]);
  useEffect(() => {
    const ends = [
      on("register-changed", () => void client.invalidateQueries()),
      on("reminder-raised", () => void client.invalidateQueries()),
      onSignedOut(() => void client.invalidateQueries({ queryKey: ["session"] })),
      on("navigate", ({ to }) => onNavigate(to)),
    ];
    return () => {
      for (const end of ends) end();
    };
  }, [client, onNavigate]);
  return null;
}

function Desk() {
  const { lang } = useWords();
  const [client] = useState(newQueryClient);
  const [router] = useState(newRouter);
  const [navigate] = useState(() => (to: string) => router.history.push(to));
  return (
    <DatesProvider settings={{ locale: lang, firstDayOfWeek: 1, weekendDays: [] }}>
      <QueryClientProvider client={client}>
        <Notifications position="bottom-right" limit={4} />
        <Listeners client={client} onNavigate={navigate} />
        <RouterProvider router={router} />
      </QueryClientProvider>
    </DatesProvider>
  );
}

export function App() {
  useEffect(() => {
    document.documentElement.lang = i18n.language;
  }, []);
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
      <WordsProvider>
        <Desk />
      </WordsProvider>
    </MantineProvider>
  );
}
