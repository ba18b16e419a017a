import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { isTyping } from './is-typing';
import { PLACES } from './places';

const CHORD_MS = 1_200;

/** The keys of every page. In a field letters are letters; only looking away works everywhere. */
export function useKeys({ lookAway, help }: { lookAway: () => void; help: () => void }, isOn: boolean): void {
  const navigate = useNavigate();
  const chord = useRef(0);
  useEffect(() => {
    if (!isOn) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'F9') {
        event.preventDefault();
        return lookAway();
      }
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      const place = PLACES.find(({ key }) => key === event.key);
      if (place && Date.now() - chord.current < CHORD_MS) {
        chord.current = 0;
        event.preventDefault();
        return void navigate({ to: place.to });
      }
      chord.current = event.key === 'g' ? Date.now() : 0;
      if (event.key === '?') help();
      if (event.key === '/') {
        const search = document.querySelector<HTMLElement>('[data-search]');
        if (search) event.preventDefault();
        search?.focus();
      }
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [isOn, lookAway, help, navigate]);
}
