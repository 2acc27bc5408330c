-- Which team somebody belongs to: a name, empty for none. A complaint is its handler's team's, whoever handles it and wherever they are now.

-- both:

ALTER TABLE staff ADD COLUMN team TEXT NOT NULL DEFAULT '';
