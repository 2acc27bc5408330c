#pragma once
extern const unsigned char gehoor_desk_css[];
extern const unsigned long gehoor_desk_css_length;
