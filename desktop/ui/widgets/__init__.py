"""The product's own controls. Each takes the theme first, paints from its tokens and tells screen readers what it is."""
