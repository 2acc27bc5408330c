#pragma once

#include <gumbo.h>

// gumbo reads HTML as browsers do. It frees its tree by recursion and does not look whether memory was given to it; so here it takes all
// memory from one arena with a limit, which is given back at once.

struct gehoor_html;

// Reads bytes; NULL when that would take more than `limit` bytes of memory. The bytes must outlive the answer.
struct gehoor_html *gehoor_html_read(const char *bytes, size_t length, size_t limit);
const GumboNode *gehoor_html_root(const struct gehoor_html *html);
void gehoor_html_free(struct gehoor_html *html);

// Parts of a node, which are a union in C. The wrong kind of node gives nothing.
unsigned gehoor_html_child_count(const GumboNode *node);
const GumboNode *gehoor_html_child(const GumboNode *node, unsigned index);
GumboTag gehoor_html_tag(const GumboNode *node);
const char *gehoor_html_text(const GumboNode *node);
const char *gehoor_html_attribute(const GumboNode *node, const char *name);
