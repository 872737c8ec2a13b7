import { useEffect, useState } from "react";

const SECOND_MS = 1_000;

/** Counts down the seconds until the next attempt; null while there is nothing to wait for. */
export function useWait(): [number | null, (seconds: number | null) => void] {
  const [until, setUntil] = useState<number | null>(null);
  const [left, setLeft] = useState<number | null>(null);
  useEffect(() => {
    if (until === null) return;
    const look = () => {
      const seconds = Math.ceil((until - Date.now()) / SECOND_MS);
      setLeft(Math.max(0, seconds));
      if (seconds <= 0) setUntil(null);
    };
    look();
    const timer = setInterval(look, SECOND_MS);
    return () => clearInterval(timer);
  }, [until]);
  const start = (seconds: number | null) => {
    setUntil(seconds === null ? null : Date.now() + seconds * SECOND_MS);
    if (seconds === null) setLeft(null);
  };
  return [left, start];
}
