"""Our own document of everything, read back: `sponsor-app export everything --out FILE.json`."""
